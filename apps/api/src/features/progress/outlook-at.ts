import { addDays, type Outlook, outlookOf, type Roadmap, trimOutlook } from '@waymark/contract';
import type { EnrolmentRecord } from './progress.model.js';
import { planOf, wayOf } from './way-of.js';

/** What is stored for forecasts: all that one of the day of its last change, or later, looks back to. */
export function outlookAt(roadmap: Roadmap, record: EnrolmentRecord): Outlook {
  // Whatever day it is where the learner is, it is not before this one.
  const today = addDays(record.updatedAt.toISOString().slice(0, 10), -1);
  return trimOutlook(outlookOf(roadmap, wayOf(roadmap, record), planOf(record), record.startedOn), today);
}
