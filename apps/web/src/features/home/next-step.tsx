import type { Enrolment, Roadmap } from '@waymark/contract';
import { dayIn, daysBetween, midHours } from '@waymark/contract/rules';
import { Link } from 'react-router';
import { ButtonLink } from '../../ui/button';
import { useZone } from '../../ui/dates';
import { home } from './home.text';
import styles from './next-step.module.css';
import { isUntouched, type Step, stepOf } from './steps';

const text = home.next;

interface NextStepProps {
  roadmap: Roadmap;
  enrolment: Enrolment;
  today: string;
  /** The words under which I left the next topic, where there are any. */
  leftOff: string | null;
}

/** Where I am and what comes now: the one place of this page that carries the accent. */
export function NextStep({ roadmap, enrolment, today, leftOff }: NextStepProps) {
  const [step, ...following] = enrolment.next.flatMap((id) => stepOf(roadmap, id) ?? []);
  if (!step) return <AllWalked roadmap={roadmap} enrolment={enrolment} />;
  return (
    <section className={styles.card} aria-label={text.label}>
      <p className={styles.eyebrow}>{text.eyebrow(roadmap.title, step.stage?.number ?? 1)}</p>
      <h2 className={styles.title}>{step.title}</h2>
      <p className={styles.lead}>{leadOf(step.kind === 'topic' ? step.topic.text : step.choice.text)}</p>
      {leftOff && <p className={styles.lead}>{text.leftOff(leftOff)}</p>}
      <div className={styles.acts}>
        <Act step={step} enrolment={enrolment} today={today} />
      </div>
      {following.length > 0 && <Following steps={following} />}
    </section>
  );
}

const leadLength = 220;

/** The first sentences, whole ones: as many as stay a lead. */
function leadOf(words: string): string {
  const [first = '', ...rest] = words.split('\n\n')[0]?.split(/(?<=[.!?]) /) ?? [];
  let lead = first;
  for (const sentence of rest) {
    if (lead.length + sentence.length > leadLength) break;
    lead = `${lead} ${sentence}`;
  }
  return lead;
}

function Act({ step, enrolment, today }: { step: Step; enrolment: Enrolment; today: string }) {
  const zone = useZone();
  if (step.kind === 'choice')
    return (
      <>
        <ButtonLink variant="main" to={step.path}>
          {text.choose}
        </ButtonLink>
        <span>{text.options(step.choice.take, step.choice.options.length)}</span>
      </>
    );
  const topic = enrolment.topics[step.id];
  const begun =
    topic?.state === 'learning' && topic.updatedAt ? (topic.day ?? dayIn(zone, new Date(topic.updatedAt))) : today;
  const daysOnIt = daysBetween(begun, today);
  const word = isUntouched(enrolment) ? text.begin : daysOnIt >= 1 ? text.resume : text.goOn;
  return (
    <>
      <ButtonLink variant="main" to={step.path}>
        {word}
      </ButtonLink>
      {!enrolment.plan.hideEstimates && <span>{text.about(midHours(step.topic.effortHours))}</span>}
      {daysOnIt >= 1 && <span>{text.since(daysOnIt)}</span>}
    </>
  );
}

function Following({ steps }: { steps: Step[] }) {
  return (
    <p className={styles.following}>
      {text.following}{' '}
      {steps.map((step, place) => (
        <span key={step.id}>
          {place > 0 && ', '}
          <Link to={step.path}>{step.title}</Link>
        </span>
      ))}
    </p>
  );
}

function AllWalked({ roadmap, enrolment: { summary } }: { roadmap: Roadmap; enrolment: Enrolment }) {
  const isAllShown = summary.shown >= summary.required;
  return (
    <section className={styles.card} aria-label={text.label}>
      <p className={styles.eyebrow}>{text.doneEyebrow(roadmap.title)}</p>
      <h2 className={styles.title}>{text.doneTitle}</h2>
      <p className={styles.lead}>{text.done(summary.shown, summary.required)}</p>
      <div className={styles.acts}>
        {!isAllShown && (
          <ButtonLink variant="main" to={`/roadmaps/${roadmap.slug}/briefs`}>
            {text.toBriefs}
          </ButtonLink>
        )}
        <ButtonLink to={`/roadmaps/${roadmap.slug}`}>{text.toRoadmap}</ButtonLink>
      </div>
    </section>
  );
}
