import { sentenceFor } from '../api/problem';
import { everyPage } from '../text/every-page.text';
import { Button } from './button';
import { Notice } from './notice';

interface LoadFailedProps {
  /** What could not be loaded. */
  title: string;
  error: unknown;
  onRetry: () => void;
}

/** Stands where something should be that could not be read, with the reason and another try. */
export function LoadFailed({ title, error, onRetry }: LoadFailedProps) {
  return (
    <Notice tone="alarm" title={title} action={<Button onClick={onRetry}>{everyPage.retry}</Button>}>
      {sentenceFor(error)}
    </Notice>
  );
}
