import type { Enrolment, Pause } from '@waymark/contract';
import { daysBetween, refusePauses } from '@waymark/contract/rules';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button';
import { dayText } from '../../ui/dates';
import { dayRange } from '../../ui/day-range';
import { TextField } from '../../ui/fields';
import { PauseButton } from './pause-button';
import plan from './plan.module.css';
import { planText } from './plan.text';
import styles from './plan-page.module.css';
import { usePause } from './use-pause';

const text = planText.pauses;

const rangeText = ({ from, to }: Pause) => (to === null ? text.open(dayText(from)) : dayRange(from, to));

interface PausesProps {
  enrolment: Enrolment;
  today: string;
}

/** Pausing now, and the holidays ahead. */
export function Pauses({ enrolment, today }: PausesProps) {
  const { remove, isBusy } = usePause(enrolment, today);
  const ahead = enrolment.plan.pauses
    .filter(({ to }) => to === null || to >= today)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return (
    <section className={styles.section} aria-labelledby="pauses">
      <h2 id="pauses">{text.title}</h2>
      <p className={styles.lead}>{text.lead}</p>
      <PauseButton enrolment={enrolment} today={today} />
      {ahead.length > 0 && (
        <ul className={styles.pauses}>
          {ahead.map((pause) => (
            <li key={pause.from}>
              <span>{rangeText(pause)}</span>
              {pause.to && <span className={styles.beside}>{text.length(daysBetween(pause.from, pause.to) + 1)}</span>}
              <Button
                variant="quiet"
                busy={isBusy}
                aria-label={text.removeOf(rangeText(pause))}
                onClick={() => void remove(pause)}
              >
                {text.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddPause enrolment={enrolment} today={today} />
    </section>
  );
}

function AddPause({ enrolment, today }: PausesProps) {
  const { add, isBusy } = usePause(enrolment, today);
  const [draft, setDraft] = useState({ from: '', to: '' });
  const [error, setError] = useState<string | null>(null);
  const change = (next: Partial<typeof draft>) => {
    setDraft({ ...draft, ...next });
    setError(null);
  };
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const pause = { from: draft.from, to: draft.to || null };
    const refused = pause.from === '' ? text.needFrom : refusePauses([...enrolment.plan.pauses, pause]);
    setError(refused);
    if (refused || isBusy) return;
    await add(pause);
    setDraft({ from: '', to: '' });
  }
  return (
    <form className={plan.fields} noValidate onSubmit={(event) => void save(event)}>
      <TextField
        type="date"
        label={text.from}
        hint={text.fromHint}
        error={error ?? undefined}
        value={draft.from}
        onChange={(from) => change({ from })}
      />
      <TextField type="date" label={text.to} hint={text.toHint} value={draft.to} onChange={(to) => change({ to })} />
      <div className={plan.whole}>
        <Button type="submit" busy={isBusy}>
          {text.add}
        </Button>
      </div>
    </form>
  );
}
