import type { Enrolment } from '@waymark/contract';
import { dayIn } from '@waymark/contract/rules';
import { type FormEvent, useId } from 'react';
import { Link } from 'react-router';
import { sentenceFor } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { useZone } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { Leave } from './leave';
import styles from './plan.module.css';
import { planText } from './plan.text';
import { PlanFields, usePlanDraft } from './plan-fields';
import { usePutEnrolment } from './progress.queries';
import { progressText } from './progress.text';
import { say } from './say';

const text = progressText.plan;

export function PlanDialog({ enrolment, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const put = usePutEnrolment(enrolment.roadmap);
  const form = usePlanDraft(enrolment.plan);
  const zone = useZone();
  const id = useId();

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const plan = form.check(dayIn(zone, new Date()));
    if (!plan || put.isPending) return;
    try {
      await put.mutateAsync({ plan });
      onClose();
      say({ tone: 'good', text: text.saved });
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
            {everyPage.cancel}
          </Button>
          <Button variant="main" type="submit" form={id} busy={put.isPending}>
            {text.save}
          </Button>
        </>
      }
    >
      <p className={styles.intro}>{text.intro}</p>
      <form id={id} noValidate onSubmit={(event) => void save(event)}>
        <PlanFields draft={form.draft} errors={form.errors} onChange={form.change} />
      </form>
      {put.error && <Notice tone="alarm">{sentenceFor(put.error)}</Notice>}
      <p className={styles.intro}>
        <Link to={`/roadmaps/${enrolment.roadmap}/plan`}>{planText.weeks.open}</Link>
      </p>
      <Leave enrolment={enrolment} onLeft={onClose} />
    </Dialog>
  );
}
