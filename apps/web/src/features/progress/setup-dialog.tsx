import type { Enrolment, Roadmap } from '@waymark/contract';
import { dayIn, indexTopics } from '@waymark/contract/rules';
import { type FormEvent, useId, useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { useZone } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { KnownDialog } from './known-dialog';
import styles from './plan.module.css';
import { planText } from './plan.text';
import { PlanFields, usePlanDraft } from './plan-fields';
import { usePutEnrolment } from './progress.queries';
import { progressText } from './progress.text';

const text = progressText.setup;

/** The choice that most else follows from: the one whose options steer the most. */
function leadingChoice(roadmap: Roadmap) {
  const steered = (options: readonly string[]) => roadmap.steers.filter((steer) => options.includes(steer.when)).length;
  const [first] = roadmap.choices.toSorted((a, b) => steered(b.options) - steered(a.options));
  return first && steered(first.options) > 0 ? first : null;
}

interface SetupDialogProps {
  roadmap: Roadmap;
  enrolment: Enrolment;
  onClose: () => void;
}

/** Right after following: two small questions, either of which can be left for later. */
export function SetupDialog({ roadmap, enrolment, onClose }: SetupDialogProps) {
  const put = usePutEnrolment(roadmap.slug);
  const form = usePlanDraft(enrolment.plan);
  const [taken, setTaken] = useState('');
  const [marksKnown, setMarksKnown] = useState(false);
  const zone = useZone();
  const id = useId();
  const choice = leadingChoice(roadmap);
  const titles = indexTopics(roadmap);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const plan = form.check(dayIn(zone, new Date()));
    if (!plan || put.isPending) return;
    try {
      await put.mutateAsync({ plan, ...(choice && taken && { choices: { [choice.id]: [taken] } }) });
      onClose();
    } catch {
      // Said in place, below; what was typed stays.
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {text.skip}
          </Button>
          <Button variant="main" type="submit" form={id} busy={put.isPending}>
            {text.start}
          </Button>
        </>
      }
    >
      <p className={styles.intro}>{text.intro}</p>
      <form id={id} className={styles.form} noValidate onSubmit={(event) => void save(event)}>
        <PlanFields draft={form.draft} errors={form.errors} onChange={form.change} />
        {choice && (
          <fieldset className={styles.languages}>
            <legend>{choice.title}</legend>
            <p className={styles.hint}>{text.choiceHint}</p>
            {['', ...choice.options].map((option) => (
              <label key={option} className={styles.language}>
                <input
                  type="radio"
                  name={`${id}-option`}
                  value={option}
                  checked={taken === option}
                  onChange={() => setTaken(option)}
                />
                {option ? (titles.get(option)?.title ?? option) : text.decideLater}
              </label>
            ))}
          </fieldset>
        )}
      </form>
      <p className={styles.intro}>
        {text.knownLead}{' '}
        <Button aria-haspopup="dialog" onClick={() => setMarksKnown(true)}>
          {planText.known.open}
        </Button>
      </p>
      {marksKnown && <KnownDialog roadmap={roadmap} enrolment={enrolment} onClose={() => setMarksKnown(false)} />}
      {put.error && <Notice tone="alarm">{sentenceFor(put.error)}</Notice>}
    </Dialog>
  );
}
