import type { LearnerDashboard, Roadmap } from '@waymark/contract';
import styles from './learner.module.css';
import { mentoringText } from './mentoring.text';
import { AttentionLine } from './needs-attention';
import { QuietActs, QuietNote } from './quiet-acts';
import { useToday } from './use-today';

const text = mentoringText;

interface Props {
  dashboard: LearnerDashboard;
  roadmap: Roadmap | undefined;
  /** Not in a preview: there is nobody yet who could have seen it. */
  canQuiet?: boolean;
}

export function LearnerAttention({ dashboard, roadmap, canQuiet = true }: Props) {
  const today = useToday();
  const { attention, consent, enrolment, activity, learner } = dashboard;
  const due = attention ?? [];
  return (
    <section className={styles.section} aria-labelledby="learner-attention">
      <h2 id="learner-attention">{text.attention.title}</h2>
      {!consent.progress && <p className={styles.off}>{text.learner.attentionOff(learner.name)}</p>}
      {consent.progress && due.length === 0 && <p className={styles.off}>{text.learner.attentionNone}</p>}
      <ul className={styles.lines}>
        {due.map((each) => (
          <AttentionLine
            key={each.key}
            attention={each}
            name={learner.name}
            topicTitle={roadmap?.topics.find((topic) => topic.id === each.topicId)?.title ?? null}
            lastActiveDay={activity ? (enrolment?.lastActiveDay ?? activity.days.at(-1)?.day ?? null) : null}
            targetDate={enrolment?.plan.targetDate ?? null}
            today={today}
            note={<QuietNote told={each} />}
            {...(canQuiet && {
              acts: (sentence: string) => (
                <QuietActs told={each} learnerId={learner.id} roadmap={roadmap?.slug ?? ''} sentence={sentence} />
              ),
            })}
          />
        ))}
      </ul>
    </section>
  );
}
