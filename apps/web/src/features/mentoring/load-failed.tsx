import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { mentoringText } from './mentoring.text';

export function LoadFailed({ title, error, onRetry }: { title: string; error: unknown; onRetry: () => void }) {
  return (
    <Notice tone="alarm" title={title} action={<Button onClick={onRetry}>{mentoringText.retry}</Button>}>
      {sentenceFor(error)}
    </Notice>
  );
}
