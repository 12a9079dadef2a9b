import { Button } from '../../ui/button';
import { notify } from '../../ui/toast';
import styles from './join-code.module.css';
import { mentoringText } from './mentoring.text';

const text = mentoringText.code;

/** `ABCDE-FGHIJ`: two halves are read out and typed with fewer slips. */
export function groupCode(code: string): string {
  return code.replace(/^(.{5})(.+)$/, '$1-$2');
}

async function copy(value: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(value);
    notify({ text: text.copied, tone: 'good' });
  } catch {
    notify({ text: text.copyFailed, tone: 'alarm' });
  }
}

/** `cohort`: its name, for those who hear several such buttons one after another. */
export function JoinCode({ code, cohort }: { code: string; cohort: string }) {
  const link = `${window.location.origin}/cohorts/join?code=${code}`;
  return (
    <div className={styles.code}>
      <output aria-label={text.label}>{groupCode(code)}</output>
      <Button aria-label={text.copyOf(cohort)} onClick={() => copy(groupCode(code))}>
        {text.copy}
      </Button>
      <Button variant="quiet" aria-label={text.copyLinkOf(cohort)} onClick={() => copy(link)}>
        {text.copyLink}
      </Button>
    </div>
  );
}
