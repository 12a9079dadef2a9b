import type { Enrolment } from '@waymark/contract';
import { type FormEvent, useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import styles from './plan.module.css';
import { planText } from './plan.text';
import { PlanFields, usePlanDraft } from './plan-fields';
import page from './plan-page.module.css';
import { usePutEnrolment } from './progress.queries';
import { progressText } from './progress.text';
import { say } from './say';

/** Hours and days a week, the target, and whether hours are shown. */
export function PlanForm({ enrolment, today }: { enrolment: Enrolment; today: string }) {
  const put = usePutEnrolment(enrolment.roadmap);
  const form = usePlanDraft(enrolment.plan);
  const [hides, setHides] = useState<boolean | null>(null);
  const hideEstimates = hides ?? enrolment.plan.hideEstimates;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const plan = form.check(today);
    if (!plan || put.isPending) return;
    try {
      await put.mutateAsync({ plan: { ...plan, hideEstimates } });
      form.forget();
      setHides(null);
      say({ tone: 'good', text: progressText.plan.saved });
    } catch {
      // Said in place, below; what was typed stays.
    }
  }

  return (
    <section className={page.section} aria-labelledby="plan-fields">
      <h2 id="plan-fields">{planText.edit}</h2>
      <p className={page.lead}>{planText.intro}</p>
      <form className={styles.form} noValidate onSubmit={(event) => void save(event)}>
        <PlanFields draft={form.draft} errors={form.errors} onChange={form.change} />
        <CheckField
          label={planText.hideEstimates}
          hint={planText.hideHint}
          checked={hideEstimates}
          onChange={setHides}
        />
        {put.error && <Notice tone="alarm">{sentenceFor(put.error)}</Notice>}
        <div>
          <Button variant="main" type="submit" busy={put.isPending}>
            {progressText.plan.save}
          </Button>
        </div>
      </form>
    </section>
  );
}
