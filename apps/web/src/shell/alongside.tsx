import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { keepLastKnown } from '../api/last-known';
import { followChanges } from '../api/live';
import { outboxOf, sendWaiting } from '../api/outbox-of';
import { readAccountAgain, useSession } from '../api/session';
import { Bell } from '../features/notifications/bell';
import { Button } from '../ui/button';
import styles from './alongside.module.css';
import { alongside as text } from './alongside.text';
import { InBar } from './in-bar';
import { keepFocus } from './keep-focus';
import { offerNewVersions, takeNewVersion, useNewVersion } from './new-version';
import { useOnline } from './use-online';
import { useShownWaiting } from './use-shown-waiting';

const UnmergedDialog = lazy(async () => ({ default: (await import('./unmerged-dialog')).UnmergedDialog }));

/**
 * What goes along with a member on every page: their waiting work, what was last known, what changes elsewhere, and
 * a new version. It says little, and only when there is something to say.
 */
export function Alongside({ account }: { account: string }) {
  const client = useQueryClient();
  const session = useSession();
  const outbox = outboxOf(account);
  const waiting = useSyncExternalStore(outbox.subscribe, outbox.waiting).length;
  const unmerged = useSyncExternalStore(outbox.subscribe, outbox.unmerged).length;
  const online = useOnline() && !session.away;
  const shown = useShownWaiting(waiting, online);
  const isNewer = useNewVersion();
  const [isOpen, setOpen] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is for who is signed in, not for each change of their account
  useEffect(() => {
    const known = session.account;
    if (known?.id !== account) return;
    const ends = [keepLastKnown(client, known), offerNewVersions()];
    return () => {
      for (const end of ends) end();
    };
  }, [client, account]);

  useEffect(keepFocus, []);

  // Before the second factor that the owner requires nothing is told; and what it took away from a page that sets one up
  // would be the recovery codes.
  const isHeld = session.account?.needsTwoFactor === true;
  useEffect(() => {
    if (isHeld) return;
    return followChanges({
      client,
      account,
      onAccount: () => void readAccountAgain().catch(() => {}),
      isBusy: () => outboxOf(account).waiting().length > 0,
    });
  }, [client, account, isHeld]);

  // A session that is known again, or again known to be good, lets go what waited for it.
  useEffect(() => {
    if (!session.expired && !session.away) sendWaiting();
  }, [session.expired, session.away]);

  return (
    <div className={styles.region}>
      <div role="status" className={styles.said}>
        {!online && <span className={styles.pill}>{text.offline(waiting)}</span>}
        {online && shown === 'waiting' && <span className={styles.pill}>{text.waiting(waiting)}</span>}
        {online && shown === 'sent' && <span className={styles.pill}>{text.sent}</span>}
      </div>
      {unmerged > 0 && <Button onClick={() => setOpen(true)}>{text.unmerged(unmerged)}</Button>}
      {isNewer && (
        <section className={styles.newer} aria-label={text.newVersion.title}>
          <span role="status">{text.newVersion.text}</span>
          <Button onClick={takeNewVersion}>{text.newVersion.take}</Button>
        </section>
      )}
      {!isHeld && (
        <InBar>
          <Bell />
        </InBar>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <UnmergedDialog outbox={outbox} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
