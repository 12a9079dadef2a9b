import { ProblemError, sentenceFor } from '../../api/problem';
import { Notice } from '../../ui/notice';

/** What no field can say for itself; `beside` are the problems that one does. */
export function FormFailure({ failure, beside }: { failure: unknown; beside: readonly string[] }) {
  // The end of the session is told above the whole page, with the way back in.
  const told = [...beside, 'not-signed-in'];
  const isBeside =
    failure instanceof ProblemError && (told.includes(failure.code) || told.includes(failure.errors[0]?.path ?? ''));
  return failure && !isBeside ? <Notice tone="alarm">{sentenceFor(failure)}</Notice> : null;
}
