import { Link } from 'react-router';
import layout from '../../ui/layout.module.css';
import { PageHead } from '../../ui/page-head';
import { useGrants } from './mentoring.queries';
import { Sharing } from './sharing';
import styles from './sharing.module.css';
import { sharingActsText } from './sharing-acts.text';
import { WhoLooked } from './who-looked';

const text = sharingActsText.page;

/** Everything about what others see of mine: who, what, and when they looked. */
export function SharingPage() {
  const grants = useGrants().data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} eyebrow={<Link to="/settings">{text.eyebrow}</Link>} />
      <div className={styles.page}>
        <Sharing />
        <WhoLooked mentors={grants.map(({ mentor }) => mentor)} />
      </div>
    </div>
  );
}
