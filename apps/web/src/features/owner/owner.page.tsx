import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useInstance } from '../../api/instance';
import { useSession } from '../../api/session';
import { ButtonLink } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { Skeleton } from '../../ui/skeleton';
import { needsALook } from './needs-a-look';
import styles from './overview.module.css';
import { healthQuery, settingsQuery } from './owner.queries';
import { ownerText } from './owner.text';
import { OwnerFrame } from './owner-frame';

const text = ownerText.overview;
const places = [
  ['/owner/members', ownerText.nav.members, text.about.members],
  ['/owner/invitations', ownerText.nav.invitations, text.about.invitations],
  ['/owner/settings', ownerText.nav.settings, text.about.settings],
  ['/owner/audit', ownerText.nav.audit, text.about.audit],
  ['/owner/health', ownerText.nav.health, text.about.health],
] as const;

export function OwnerPage() {
  const { account } = useSession();
  const health = useQuery(healthQuery);
  const { data: settings } = useQuery(settingsQuery);
  const instance = useInstance();
  const looks =
    health.data && settings && instance && account
      ? needsALook({ settings, instance, health: health.data, hasTwoFactor: account.hasTwoFactor })
      : null;
  return (
    <OwnerFrame title={text.title} asked={health}>
      <div className={styles.page}>
        <section aria-labelledby="looks" className={styles.section}>
          <h2 id="looks">{text.looks}</h2>
          {!looks && <Skeleton lines={3} height={72} />}
          {looks?.length === 0 && <p>{text.nothingText}</p>}
          {looks && looks.length > 0 && (
            <ul className={styles.looks}>
              {looks.map((look) => (
                <li key={look.key}>
                  <div>
                    <h3>{look.title}</h3>
                    <p>{look.text}</p>
                  </div>
                  <ButtonLink to={look.to}>{look.label}</ButtonLink>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="places" className={styles.section}>
          <h2 id="places">{text.places}</h2>
          {health.data && (
            <p className={styles.quiet}>
              {text.line(health.data.counts.members, health.data.counts.sessions, health.data.version)} {text.up}{' '}
              <Timestamp at={health.data.startedAt} />.
            </p>
          )}
          <ul className={styles.places}>
            {places.map(([to, label, about]) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
                <p>{about}</p>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </OwnerFrame>
  );
}
