import { useQuery } from '@tanstack/react-query';
import type { TwoFactor as TwoFactorState } from '@waymark/contract';
import { useState } from 'react';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { useStepUp } from '../../step-up/use-step-up';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { notify } from '../../ui/toast';
import { RecoveryCodes } from './recovery-codes';
import styles from './settings.module.css';
import { secondFactorChanged, twoFactorQuery } from './two-factor.queries';
import { twoFactorText as text } from './two-factor.text';
import { TwoFactorSetup } from './two-factor-setup';

const fewCodes = 3;

export function TwoFactor() {
  const { data, error, refetch } = useQuery(twoFactorQuery);
  // While the recovery codes are to be kept it is on already, and still being set up.
  const [isSettingUp, setSettingUp] = useState(false);
  if (error && !data) return <LoadFailed title={text.loadFailed} error={error} onRetry={() => refetch()} />;
  if (!data) return <Skeleton lines={2} height={52} />;
  if (data.isOn && !isSettingUp) return <IsOn state={data} />;
  return (
    <>
      <p className={styles.lead}>{text.lead}</p>
      <TwoFactorSetup
        onTurnedOn={() => {
          setSettingUp(true);
          void secondFactorChanged();
        }}
        onDone={() => {
          setSettingUp(false);
          notify({ text: text.isOn, tone: 'good' });
        }}
      />
    </>
  );
}

function IsOn({ state }: { state: TwoFactorState }) {
  const { run, dialog } = useStepUp();
  const [asking, setAsking] = useState<'renew' | 'end' | null>(null);
  const [busy, setBusy] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const act = async (change: () => Promise<void>) => {
    setBusy(true);
    setAsking(null);
    try {
      await run(change);
    } catch (error) {
      notify({ text: sentenceFor(error), tone: 'alarm', action: { label: everyPage.retry, run: () => act(change) } });
    } finally {
      setBusy(false);
    }
  };
  const renew = async () => {
    setCodes((await call('renewRecoveryCodes')).recoveryCodes);
    await secondFactorChanged();
  };
  const end = async () => {
    await call('endTwoFactor');
    notify({ text: text.ended });
    await secondFactorChanged();
  };
  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />;
  return (
    <>
      <p>
        {text.on} {state.since && <Timestamp at={state.since} />}. {text.left(state.recoveryCodesLeft)}
      </p>
      {state.recoveryCodesLeft <= fewCodes && <Notice tone="alarm">{text.few}</Notice>}
      <div className={layout.row}>
        <Button busy={busy} onClick={() => setAsking('renew')}>
          {text.renew}
        </Button>
        {!state.required && (
          <Button variant="danger" busy={busy} onClick={() => setAsking('end')}>
            {text.end}
          </Button>
        )}
      </div>
      {state.required && <p className={styles.small}>{text.required}</p>}
      <Confirm
        open={asking === 'renew'}
        title={text.renewTitle}
        text={text.renewText}
        act={text.renew}
        onAct={() => act(renew)}
        onClose={() => setAsking(null)}
      />
      <Confirm
        open={asking === 'end'}
        title={text.endTitle}
        text={text.endText}
        act={text.end}
        onAct={() => act(end)}
        onClose={() => setAsking(null)}
      />
      {dialog}
    </>
  );
}

interface ConfirmProps {
  open: boolean;
  title: string;
  text: string;
  act: string;
  onAct: () => void;
  onClose: () => void;
}

function Confirm({ open, title, text: consequence, act, onAct, onClose }: ConfirmProps) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <p>{consequence}</p>
      <div className={layout.row}>
        <Button variant="danger" onClick={onAct}>
          {act}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {everyPage.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
