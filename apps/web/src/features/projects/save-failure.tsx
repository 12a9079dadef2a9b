import { isProblem, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { projectsText } from './projects.text';

const text = projectsText;

interface Props {
  failure: { error: unknown; issues: Record<string, string> };
  onSaveAsNew?: (() => void) | undefined;
}

/** Above the form: why it was not saved. What concerns one field stands beside that field too. */
export function SaveFailure({ failure, onSaveAsNew }: Props) {
  const issues = Object.values(failure.issues);
  if (issues.length > 0) {
    return (
      <Notice tone="alarm" title={text.fieldsToMend(issues.length)}>
        {text.fieldsToMendHint}
      </Notice>
    );
  }
  if (!failure.error) return null;
  const isGone = isProblem(failure.error, 'not-found');
  if (isGone && onSaveAsNew) {
    return (
      <Notice
        tone="alarm"
        title={text.notSaved}
        action={<Button onClick={onSaveAsNew}>{text.conflict.saveAsNew}</Button>}
      >
        {text.conflict.gone}
      </Notice>
    );
  }
  return (
    <Notice tone="alarm" title={text.notSaved}>
      {sentenceFor(failure.error)}
    </Notice>
  );
}
