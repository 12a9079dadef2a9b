import { type Attention, type Consent, presses, pressesFrom, type Quieted, toldAttention } from '@waymark/contract';
import type { EnrolmentRecord } from '../progress/progress.model.js';
import type { RosterEntry } from './grants.model.js';

/** What sorts after every day. */
const never = '9999-12-31';

/** Of a project, only who sees the learner's projects is told; the rest is progress, and having been quiet activity too. */
function isShared({ reason, project }: Attention, consent: Consent): boolean {
  if (project) return consent.projects;
  return consent.progress && (reason !== 'quiet' || consent.activity);
}

interface Seen {
  consent: Consent;
  quieted?: readonly Quieted[] | undefined;
}

/** A roster's row as far as its consent reaches, as it stands on `today`: counts are progress, the last day is activity. */
export function rosterEntry(
  { consent, quieted = [] }: Seen,
  enrolment: Pick<EnrolmentRecord, 'summary' | 'attention' | 'lastActiveDay' | 'plan' | 'outlook'>,
  today: string,
): RosterEntry {
  const { required, done, shown, confirmed, percent } = enrolment.summary;
  const pauses = enrolment.plan.pauses ?? [];
  const attention =
    consent.progress || consent.projects ? enrolment.attention.filter((each) => isShared(each, consent)) : null;
  const told = toldAttention(attention ?? [], quieted);
  return {
    counts: consent.progress ? { required, done, shown, confirmed, percent } : null,
    attention,
    pauses: attention ? pauses : [],
    attentionFrom: pressesFrom(told, pauses, today) ?? never,
    presses: presses(told),
    done: consent.progress ? done : -1,
    lastActiveDay: consent.activity ? (enrolment.lastActiveDay ?? '') : '',
    ...(consent.progress && enrolment.outlook && { outlook: enrolment.outlook }),
  };
}
