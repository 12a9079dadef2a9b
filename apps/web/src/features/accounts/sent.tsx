import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { instanceQuery } from '../../api/instance';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { byMail as text } from './by-mail.text';
import styles from './entrance.module.css';

interface SentProps {
  /** What was sent where. */
  children: string;
  onAgain: () => Promise<unknown>;
  /** Back to the form, with what was typed. */
  onBack?: (() => void) | undefined;
}

/** A letter is on its way: what to do until it is there, and when it does not come. */
export function Sent({ children, onAgain, onBack }: SentProps) {
  const { data: instance } = useQuery(instanceQuery);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ tone: 'good' | 'alarm'; text: string } | null>(null);
  const again = async () => {
    setBusy(true);
    setTold(null);
    try {
      await onAgain();
      setTold({ tone: 'good', text: text.sentAgain });
    } catch (error) {
      setTold({ tone: 'alarm', text: sentenceFor(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={layout.stack}>
      <p>{children}</p>
      {told && <Notice tone={told.tone}>{told.text}</Notice>}
      <p className={styles.lead}>{text.noLetter}</p>
      <div className={layout.row}>
        <Button busy={busy} onClick={again}>
          {text.again}
        </Button>
        {onBack && (
          <Button variant="quiet" onClick={onBack}>
            {text.another}
          </Button>
        )}
      </div>
      {instance?.mail === 'mailbox' && (
        <p className={styles.other}>
          {text.mailbox} <Link to="/mailbox">{text.openMailbox}</Link>
        </p>
      )}
    </div>
  );
}
