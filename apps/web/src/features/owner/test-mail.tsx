import type { Instance } from '@waymark/contract';
import { useState } from 'react';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { notify } from '../../ui/toast';
import styles from './instance.module.css';
import { settingsText as text } from './instance-settings.text';

export function TestMail({ mail }: { mail: Instance['mail'] }) {
  const [busy, setBusy] = useState(false);
  const test = async () => {
    setBusy(true);
    try {
      const { to } = await call('sendTestMail');
      notify({ text: text.tested(to), tone: 'good' });
    } catch (error) {
      notify({ text: sentenceFor(error), tone: 'alarm' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="mail" className={styles.section}>
      <h2 id="mail">{text.mail}</h2>
      <p className={styles.quiet}>{text.mailBy[mail]}</p>
      {mail !== 'none' && (
        <div>
          <Button busy={busy} onClick={test}>
            {text.test}
          </Button>
        </div>
      )}
    </section>
  );
}
