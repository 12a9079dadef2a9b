import { useEffect, useId, useRef } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextArea } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import styles from './asking.module.css';
import { askingText } from './asking.text';
import type { Asking } from './use-asking';
import { WhomField } from './whom-field';

const text = askingText;

/** What the learner wants to know, and from whom. */
export function AskDialog({ asking, isUnsaved }: { asking: Asking; isUnsaved: boolean }) {
  const { issues, failure, failedTries } = asking;
  const form = useRef<HTMLFormElement>(null);
  const id = useId();

  // biome-ignore lint/correctness/useExhaustiveDependencies: each failed try is the reason, and nothing typed since
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [failedTries]);

  return (
    <Dialog
      open={asking.isOpen}
      onClose={asking.close}
      title={text.dialog}
      actions={
        <>
          <Button onClick={asking.close}>{text.cancel}</Button>
          <Button variant="main" type="submit" form={id} busy={asking.isSending || asking.isWaiting}>
            {text.send}
          </Button>
        </>
      }
    >
      <form
        id={id}
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          asking.send();
        }}
      >
        <p className={styles.quiet}>{text.dialogLead}</p>
        {isUnsaved && <Notice tone="info">{text.unsaved}</Notice>}
        {failure && !issues.question && (
          <Notice tone="alarm" title={text.notAsked}>
            {sentenceFor(failure)}
          </Notice>
        )}
        <TextArea
          label={text.question}
          hint={text.questionHint}
          value={asking.question}
          onChange={asking.setQuestion}
          error={issues.question}
          required
          autoFocus
        />
        <WhomField value={asking.whom} onChange={asking.choose} error={issues.whom} />
      </form>
    </Dialog>
  );
}
