import type { Roadmap, RoadmapCard } from '@waymark/contract';
import { defaultPlan, forecast } from '@waymark/contract/rules';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button, ButtonLink } from '../../ui/button';
import { dayText } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { Segmented } from '../../ui/segmented';
import { home } from './home.text';
import styles from './start-card.module.css';

const text = home.start;
const offers = [3, 6, 10, 20].map((hours) => ({ value: String(hours), label: String(hours) }));

interface StartCardProps {
  card: RoadmapCard;
  /** Undefined until it is here: then the end can be told. */
  roadmap: Roadmap | undefined;
  today: string;
  busy: boolean;
  error: unknown;
  onStart: (hoursPerWeek: number) => void;
}

/** One roadmap to begin with, and the one question that says when it would be done. */
export function StartCard({ card, roadmap, today, busy, error, onStart }: StartCardProps) {
  const [hours, setHours] = useState(String(defaultPlan.hoursPerWeek));
  const plan = { ...defaultPlan, hoursPerWeek: Number(hours) };
  const ends = roadmap && forecast(roadmap, { choices: {}, topics: {} }, plan, today, today);
  return (
    <article className={styles.card} aria-labelledby={`start-${card.slug}`}>
      <h3 id={`start-${card.slug}`}>{card.title}</h3>
      <p className={styles.facts}>
        <b>{text.effort(card.effortHours.min, card.effortHours.max)}</b>,{' '}
        {text.facts(card.stages, card.requiredTopics, card.briefs)}
      </p>
      <p className={styles.summary}>{card.summary}</p>
      <div className={styles.plan}>
        <span aria-hidden="true">{text.hoursLabel}</span>
        <Segmented label={text.hoursLabel} value={hours} onChange={setHours} options={offers} />
      </div>
      <p className={styles.when} aria-live="polite">
        {ends?.from && ends.to ? text.when(dayText(ends.from), dayText(ends.to)) : text.whenUnknown}
      </p>
      <div className={styles.acts}>
        <Button variant="main" busy={busy} aria-label={text.startOf(card.title)} onClick={() => onStart(Number(hours))}>
          {text.start}
        </Button>
        <ButtonLink variant="quiet" to={`/roadmaps/${card.slug}`} aria-label={text.lookAt(card.title)}>
          {text.look}
        </ButtonLink>
      </div>
      {error !== null && error !== undefined && (
        <Notice tone="alarm" title={text.failed}>
          {sentenceFor(error)}
        </Notice>
      )}
    </article>
  );
}
