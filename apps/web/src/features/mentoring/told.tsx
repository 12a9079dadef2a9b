import type { Grant } from '@waymark/contract';
import { useSession } from '../../api/session';
import { DayText } from '../../ui/dates';
import styles from './grant-card.module.css';
import { useRoadmaps } from './mentoring.queries';
import { AttentionLine } from './needs-attention';
import { QuietNote } from './quiet-acts';
import { sharingText } from './sharing.text';
import { useToday } from './use-today';

const text = sharingText.grants;

/** What a mentor is told of me, in the words in which they read it. */
export function Told({ grant }: { grant: Grant }) {
  const today = useToday();
  const { account } = useSession();
  const { attention, roadmap, lastActiveDay } = grant;
  const { name } = grant.mentor;
  // A topic alone is named by it.
  const isNeeded = attention?.some(({ topicId }) => topicId !== null);
  const topics = useRoadmaps(isNeeded ? [roadmap] : []).get(roadmap)?.topics;
  if (attention === null) return <p className={styles.quiet}>{text.toldOff(name)}</p>;
  if (attention.length === 0) return <p className={styles.quiet}>{text.toldNothing(name)}</p>;
  return (
    <section className={styles.told} aria-labelledby={`told-${grant.id}`}>
      <h4 id={`told-${grant.id}`}>{text.told(name)}</h4>
      <p className={styles.quiet}>{text.toldLead}</p>
      <ul>
        {attention.map((each) => (
          <AttentionLine
            key={each.key}
            attention={each}
            name={account?.name ?? ''}
            topicTitle={topics?.find((topic) => topic.id === each.topicId)?.title ?? null}
            lastActiveDay={lastActiveDay}
            today={today}
            note={
              each.toldFrom > today ? (
                <>
                  {text.toldFrom(name)} <DayText day={each.toldFrom} />.
                </>
              ) : (
                <QuietNote told={each} mentor={name} />
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}
