import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Identity, Instance } from '@waymark/contract';
import { useState } from 'react';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { goToProvider, identitiesQuery } from '../../api/providers';
import { useStepUp } from '../../step-up/use-step-up';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import { notify } from '../../ui/toast';
import { providerFailure, identitiesText as text } from './identities.text';
import styles from './settings.module.css';

/** What else I sign in by. `providers`: what the owner offers now. */
export function Identities({ providers }: { providers: Instance['providers'] }) {
  const { data, error, refetch } = useQuery(identitiesQuery);
  const { run, dialog } = useStepUp();
  const [leaving, setLeaving] = useState(false);
  if (error && !data) return <LoadFailed title={text.loadFailed} error={error} onRetry={() => refetch()} />;
  if (!data) return <Skeleton lines={1} height={52} />;
  const open = providers.filter(({ id }) => data.items.every(({ provider }) => provider !== id));
  const link = async (id: string) => {
    setLeaving(true);
    try {
      const left = await run(() => goToProvider(id, { purpose: 'link', next: '/settings#identities' }));
      if (!left) setLeaving(false);
    } catch (failure) {
      notify({ text: providerFailure(failure), tone: 'alarm' });
      setLeaving(false);
    }
  };
  return (
    <>
      <p className={styles.lead}>{text.lead}</p>
      {data.items.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <ul className={styles.sessions}>
          {data.items.map((identity) => (
            <OneIdentity key={identity.id} identity={identity} />
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <div className={layout.row}>
          {open.map(({ id, name }) => (
            <Button key={id} busy={leaving} onClick={() => link(id)}>
              {text.link(name)}
            </Button>
          ))}
        </div>
      )}
      {dialog}
    </>
  );
}

function OneIdentity({ identity }: { identity: Identity }) {
  const queries = useQueryClient();
  const { run, dialog } = useStepUp();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const { id, providerName: name, label, linkedAt } = identity;
  const unlink = async () => {
    setAsking(false);
    setBusy(true);
    try {
      const finished = await run(() => call('unlinkIdentity', { params: { id } }));
      if (finished) notify({ text: text.unlinked(name) });
    } catch (failure) {
      notify({ text: sentenceFor(failure), tone: 'alarm' });
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ queryKey: identitiesQuery.queryKey });
    }
  };
  return (
    <li>
      <div>
        <p className={styles.device}>{name}</p>
        <p className={styles.small}>
          {label} · {text.linked} <Timestamp at={linkedAt} />
        </p>
      </div>
      <Button busy={busy} onClick={() => setAsking(true)} aria-label={text.unlinkLabel(name, label)}>
        {text.unlink}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={text.unlinkTitle(name)}>
        <p>{text.unlinkText}</p>
        <div className={layout.row}>
          <Button variant="danger" onClick={unlink}>
            {text.unlink}
          </Button>
          <Button variant="quiet" onClick={() => setAsking(false)}>
            {everyPage.cancel}
          </Button>
        </div>
      </Dialog>
      {dialog}
    </li>
  );
}
