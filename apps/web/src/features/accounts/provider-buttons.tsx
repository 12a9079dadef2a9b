import type { Instance } from '@waymark/contract';
import { useState } from 'react';
import { goToProvider } from '../../api/providers';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { providerFailure, identitiesText as text } from './identities.text';
import styles from './provider-buttons.module.css';

export interface ProviderButtonsProps {
  providers: Instance['providers'];
  /** A path of ours, to come back to. */
  next: string;
  staySignedIn: boolean;
  invitation?: string | undefined;
}

export function ProviderButtons({ providers, ...leaving }: ProviderButtonsProps) {
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const go = async (id: string) => {
    setBusy(id);
    setFailure(null);
    try {
      await goToProvider(id, { purpose: 'sign-in', ...leaving });
    } catch (error) {
      setFailure(error);
      setBusy(null);
    }
  };
  return (
    <div className={styles.ways}>
      <p>{text.or}</p>
      {failure ? <Notice tone="alarm">{providerFailure(failure)}</Notice> : null}
      {providers.map(({ id, name }) => (
        <Button key={id} busy={busy !== null} onClick={() => go(id)}>
          {text.goOn(name)}
        </Button>
      ))}
    </div>
  );
}
