import type { Plan as WholePlan } from '@waymark/contract';
import { useState } from 'react';
import { TextField } from '../../ui/fields';
import styles from './plan.module.css';
import { progressText } from './progress.text';

const text = progressText.plan;

/** What these fields are about: pauses and what is hidden have places of their own. */
type Plan = Pick<WholePlan, 'hoursPerWeek' | 'daysPerWeek' | 'targetDate'>;

/** As typed; a plan once it is checked. */
export interface PlanDraft {
  hours: string;
  days: string;
  target: string;
}

export interface PlanErrors {
  hours?: string | undefined;
  days?: string | undefined;
  target?: string | undefined;
}

export function draftOf(plan: Plan): PlanDraft {
  return { hours: String(plan.hoursPerWeek), days: String(plan.daysPerWeek), target: plan.targetDate ?? '' };
}

/** The plan that was typed, or what to change beside each field. */
export function planFrom(draft: PlanDraft, today: string): { plan: Plan } | { errors: PlanErrors } {
  const hours = Number(draft.hours.replace(',', '.'));
  const days = Number(draft.days);
  const errors: PlanErrors = {
    hours: hours >= 1 && hours <= 80 ? undefined : text.hoursRange,
    days: Number.isInteger(days) && days >= 1 && days <= 7 ? undefined : text.daysRange,
    target: draft.target === '' || draft.target > today ? undefined : text.pastTarget,
  };
  if (errors.hours || errors.days || errors.target) return { errors };
  return { plan: { hoursPerWeek: hours, daysPerWeek: days, targetDate: draft.target || null } };
}

/** What was typed over the plan as it is: a field that nobody touched follows the plan, whoever changes it. */
export function usePlanDraft(plan: Plan) {
  const [typed, setTyped] = useState<Partial<PlanDraft>>({});
  const draft = { ...draftOf(plan), ...typed };
  const [errors, setErrors] = useState<PlanErrors>({});
  return {
    draft,
    errors,
    change(next: Partial<PlanDraft>) {
      setTyped((before) => ({ ...before, ...next }));
      setErrors({});
    },
    /** It was saved, or is not wanted any more. */
    forget: () => setTyped({}),
    /** The plan, or null with the errors shown. */
    check(today: string): Plan | null {
      const checked = planFrom(draft, today);
      setErrors('errors' in checked ? checked.errors : {});
      return 'plan' in checked ? checked.plan : null;
    },
  };
}

interface PlanFieldsProps {
  draft: PlanDraft;
  errors: PlanErrors;
  onChange: (next: Partial<PlanDraft>) => void;
}

export function PlanFields({ draft, errors, onChange }: PlanFieldsProps) {
  return (
    <div className={styles.fields}>
      <TextField
        label={text.hours}
        hint={text.hoursHint}
        error={errors.hours}
        inputMode="decimal"
        autoComplete="off"
        value={draft.hours}
        onChange={(hours) => onChange({ hours })}
      />
      <TextField
        label={text.days}
        hint={text.daysHint}
        error={errors.days}
        inputMode="numeric"
        autoComplete="off"
        value={draft.days}
        onChange={(days) => onChange({ days })}
      />
      <div className={styles.whole}>
        <TextField
          type="date"
          label={text.target}
          hint={text.targetHint}
          error={errors.target}
          value={draft.target}
          onChange={(target) => onChange({ target })}
        />
      </div>
    </div>
  );
}
