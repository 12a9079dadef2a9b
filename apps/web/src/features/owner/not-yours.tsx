import { ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import layout from '../../ui/layout.module.css';
import { PageHead } from '../../ui/page-head';
import { ownerText } from './owner.text';

export function NotYours() {
  return (
    <div className={layout.wrap}>
      <PageHead title={ownerText.notYours} />
      <EmptyState title={ownerText.notYoursTitle} action={<ButtonLink to="/">{ownerText.home}</ButtonLink>}>
        {ownerText.notYoursText}
      </EmptyState>
    </div>
  );
}
