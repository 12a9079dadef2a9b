import { sentenceFor } from '../../api/problem';
import { startSession } from '../../api/session';
import { Button } from '../../ui/button';
import { instance } from './instance.text';
import { Lost } from './lost';

/** The page came, the server did not answer: who is here is not known, so nothing of theirs can be shown. */
export function Unreachable({ failure }: { failure: unknown }) {
  return (
    <Lost title={instance.unreachable.title} text={sentenceFor(failure)}>
      <Button variant="main" onClick={() => void startSession()}>
        {instance.unreachable.retry}
      </Button>
    </Lost>
  );
}
