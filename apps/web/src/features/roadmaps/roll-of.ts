import type { MarkKind } from '../../ui/mark';
import type { ChoiceNode } from './way-view';

const doneMarks: readonly MarkKind[] = ['learned', 'shown', 'confirmed'];

/** What the ways taken of a choice come to, as the totals count it: its N places, the best ways first. */
export function rollOf({ choice, options, taken, isSkipped }: ChoiceNode) {
  const marks = options.flatMap((option) => (taken.includes(option.id) ? option.mark : []));
  const filled = (from: number) =>
    Math.min(choice.take, marks.filter((mark) => doneMarks.indexOf(mark) >= from).length);
  const [done, shown, confirmed] = [filled(0), filled(1), filled(2)];
  const mark = ((): MarkKind => {
    if (isSkipped) return 'skipped';
    if (confirmed === choice.take) return 'confirmed';
    if (shown === choice.take) return 'shown';
    if (done === choice.take) return 'learned';
    return done > 0 || marks.includes('learning') ? 'learning' : 'not_started';
  })();
  return { mark, required: isSkipped ? 0 : choice.take, done, shown, confirmed };
}
