import {
  type Attention,
  attentionFor,
  helpAttention,
  oldestFirst,
  projectAttention,
  type Roadmap,
} from '@waymark/contract';
import type { EnrolmentRecord } from '../progress/progress.model.js';
import { planOf, wayOf } from '../progress/way-of.js';
import { noConcerns } from './find-concerns.js';

type Walked = Pick<EnrolmentRecord, 'plan' | 'summary' | 'startedOn' | 'concerns'>;

const followedOf = (record: Walked) => ({
  plan: planOf(record),
  hoursLeft: record.summary.hoursLeft,
  startedOn: record.startedOn,
});

function besideTheWay(record: Walked): Attention[] {
  const { projects, help } = record.concerns ?? noConcerns;
  const learner = followedOf(record);
  return [...projectAttention(learner, projects), ...helpAttention(learner, help)];
}

/** All that needs attention, or will, of the way as it is now and of what is stored beside it. */
export function attentionOf(roadmap: Roadmap, record: EnrolmentRecord): Attention[] {
  const ofWay = attentionFor({
    ...followedOf(record),
    roadmap,
    way: wayOf(roadmap, record),
    activeDays: record.activeDays,
  });
  return [...ofWay, ...besideTheWay(record)].sort(oldestFirst);
}

const isBeside = ({ project, help }: Attention) => project !== undefined || help !== undefined;

/** The same where the way has not changed: what is stored of it is kept. */
export function wholeAttention(record: EnrolmentRecord): Attention[] {
  return [...record.attention.filter((each) => !isBeside(each)), ...besideTheWay(record)].sort(oldestFirst);
}
