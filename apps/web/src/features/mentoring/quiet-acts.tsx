import type { ToldAttention } from '@waymark/contract';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { DayText } from '../../ui/dates';
import { notify } from '../../ui/toast';
import { type Quieting, useQuietAttention } from './mentoring.queries';
import { mentoringText } from './mentoring.text';
import styles from './needs-attention.module.css';

const text = mentoringText.attention.quieting;

interface Props {
  told: ToldAttention;
  learnerId: string;
  roadmap: string;
  sentence: string;
}

/** Seen, or told again in seven days; and the way back from both. */
export function QuietActs({ told, learnerId, roadmap, sentence }: Props) {
  const quiet = useQuietAttention();
  const say = (as: Quieting['as']) =>
    quiet.mutate(
      { learnerId, roadmap, key: told.key, as },
      {
        onSuccess: () =>
          notify({
            text: text.said[as],
            ...(as !== 'open' && { action: { label: text.undo, run: () => say('open') } }),
          }),
        onError: (error) => notify({ text: sentenceFor(error), tone: 'alarm' }),
      },
    );
  const button = (as: Quieting['as'], label: string, name: string) => (
    <Button variant="quiet" busy={quiet.isPending} aria-label={name} onClick={() => say(as)}>
      {label}
    </Button>
  );
  return (
    <div className={styles.acts}>
      {told.quieted ? (
        button('open', text.open, text.openOf(sentence))
      ) : (
        <>
          {button('seen', text.seen, text.seenOf(sentence))}
          {button('snoozed', text.snoozed, text.snoozedOf(sentence))}
        </>
      )}
    </div>
  );
}

/** That it was seen, or when it comes back; to its learner with the name of who said so. */
export function QuietNote({ told, mentor }: { told: ToldAttention; mentor?: string }) {
  const { quieted } = told;
  if (!quieted) return null;
  if (quieted.until === null) return <>{mentor ? text.isSeenBy(mentor) : text.isSeen}</>;
  return (
    <>
      {mentor ? text.isOffBy(mentor) : text.isOff} <DayText day={quieted.until} />.
    </>
  );
}
