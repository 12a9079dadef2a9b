import type { LearnerDashboard, Roadmap } from '@waymark/contract';
import { attentionDue } from '@waymark/contract/rules';
import { attentionKey } from './attention-sentences';
import styles from './learner.module.css';
import { mentoringText } from './mentoring.text';
import { AttentionLine } from './needs-attention';
import { useToday } from './use-today';

const text = mentoringText;

export function LearnerAttention({
  dashboard,
  roadmap,
}: {
  dashboard: LearnerDashboard;
  roadmap: Roadmap | undefined;
}) {
  const today = useToday();
  const { attention, consent, enrolment, activity, learner } = dashboard;
  const due = attentionDue(attention ?? [], today);
  return (
    <section className={styles.section} aria-labelledby="learner-attention">
      <h2 id="learner-attention">{text.attention.title}</h2>
      {!consent.progress && <p className={styles.off}>{text.learner.attentionOff(learner.name)}</p>}
      {consent.progress && due.length === 0 && <p className={styles.off}>{text.learner.attentionNone}</p>}
      <ul className={styles.lines}>
        {due.map((each) => (
          <AttentionLine
            key={attentionKey(each)}
            attention={each}
            name={learner.name}
            topicTitle={roadmap?.topics.find((topic) => topic.id === each.topicId)?.title ?? null}
            lastActiveDay={activity ? (enrolment?.lastActiveDay ?? activity.days.at(-1)?.day ?? null) : null}
            targetDate={enrolment?.plan.targetDate ?? null}
            today={today}
          />
        ))}
      </ul>
    </section>
  );
}
