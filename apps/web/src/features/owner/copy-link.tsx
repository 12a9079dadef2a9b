import { useId } from 'react';
import { Button } from '../../ui/button';
import { notify } from '../../ui/toast';
import styles from './copy-link.module.css';
import { ownerText } from './owner.text';

async function copy(url: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(url);
    notify({ text: ownerText.copied, tone: 'good' });
  } catch {
    notify({ text: ownerText.copyFailed, tone: 'alarm' });
  }
}

/** A link that is shown this once. It is marked whole by one click, for where it cannot be copied by a button. */
export function CopyLink({ label, url }: { label: string; url: string }) {
  const id = useId();
  return (
    <div className={styles.link}>
      <p id={id} className={styles.label}>
        {label}
      </p>
      <output aria-labelledby={id}>{url}</output>
      <div>
        <Button variant="main" onClick={() => copy(url)}>
          {ownerText.copy}
        </Button>
      </div>
    </div>
  );
}
