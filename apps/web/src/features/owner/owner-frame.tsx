import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useLook } from '../../api/instance';
import { isProblem } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { PageHead } from '../../ui/page-head';
import { NotYours } from './not-yours';
import { ownerText } from './owner.text';
import styles from './owner-frame.module.css';

const sections = [
  ['/owner', ownerText.nav.overview],
  ['/owner/members', ownerText.nav.members],
  ['/owner/invitations', ownerText.nav.invitations],
  ['/owner/settings', ownerText.nav.settings],
  ['/owner/audit', ownerText.nav.audit],
  ['/owner/links', ownerText.nav.links],
  ['/owner/health', ownerText.nav.health],
] as const;

interface Asked {
  data: unknown;
  error: unknown;
  refetch: () => unknown;
}

interface OwnerFrameProps {
  title: string;
  /** What the page has to ask first: the answer says whether it is shown at all. */
  asked: Asked;
  beside?: ReactNode;
  children: ReactNode;
}

/** The frame of the owner's pages. Whose they are is decided by the API; the page tells it kindly. */
export function OwnerFrame({ title, asked, beside, children }: OwnerFrameProps) {
  const { name } = useLook();
  const { data, error, refetch } = asked;
  if (isProblem(error, 'not-allowed')) return <NotYours />;
  return (
    <div className={layout.wrap}>
      <PageHead title={title} eyebrow={ownerText.eyebrow(name)}>
        {beside}
      </PageHead>
      <nav className={styles.nav} aria-label={ownerText.sections}>
        {sections.map(([to, label]) => (
          <NavLink key={to} to={to} end={to === '/owner'}>
            {label}
          </NavLink>
        ))}
      </nav>
      {error ? <LoadFailed title={everyPage.loadFailed} error={error} onRetry={refetch} /> : null}
      {(data !== undefined || !error) && children}
    </div>
  );
}
