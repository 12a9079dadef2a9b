import type { Enrolment } from '@waymark/contract';
import { dayIn } from '@waymark/contract/rules';
import { type FormEvent, useId } from 'react';
import { useNavigate } from 'react-router';
import { sentenceFor } from '../../api/problem';
import { common } from '../../text/common.text';
import { Button } from '../../ui/button';
import { useZone } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import styles from './plan.module.css';
import { PlanFields, usePlanDraft } from './plan-fields';
import { useLeave, usePutEnrolment, useRestore } from './progress.queries';
import { progressText } from './progress.text';
import { say } from './say';

const text = progressText.plan;

function Leave({ enrolment, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const leave = useLeave(enrolment.roadmap);
  const restore = useRestore(enrolment.roadmap);
  const navigate = useNavigate();
  const { title } = enrolment;

  async function goBack(): Promise<void> {
    try {
      await restore.mutateAsync();
      say({ tone: 'good', text: progressText.leave.back(title) });
    } catch (error) {
      const action = { label: common.retry, run: () => void goBack() };
      say({ tone: 'alarm', text: sentenceFor(error), action });
    }
  }

  async function goAway(): Promise<void> {
    try {
      await leave.mutateAsync();
      onClose();
      navigate(`/roadmaps/${enrolment.roadmap}`, { replace: true });
      const action = { label: progressText.leave.undo, run: () => void goBack() };
      say({ text: progressText.leave.left(title), action });
    } catch {
      // Said in place, below.
    }
  }

  return (
    <section className={styles.leave}>
      <h3>{progressText.leave.title}</h3>
      <p>{progressText.leave.explain}</p>
      {leave.error && <Notice tone="alarm">{sentenceFor(leave.error)}</Notice>}
      <Button variant="danger" busy={leave.isPending} onClick={() => void goAway()}>
        {progressText.leave.action}
      </Button>
    </section>
  );
}

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
            {common.cancel}
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
      <Leave enrolment={enrolment} onClose={onClose} />
    </Dialog>
  );
}
