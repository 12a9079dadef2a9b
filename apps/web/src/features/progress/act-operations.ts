import type { Choices, Enrolment, TopicChange } from '@waymark/contract';
import type { Operation } from '../../api/outbox';
import type { Act } from './act-log';
import type { Change } from './apply-act';

type Made = Omit<Operation, 'account' | 'lane'>;

/** The requests that an act is made of, each with the time when it was done. */
export function operationsOf({ id, change, words }: Act, slug: string, at: string): Made[] {
  const topics = Object.entries(change.topics ?? {}).map(([topic, each]) => [topic, { at, ...each }] as const);
  const [first, ...more] = topics;
  const operations: Made[] = [];
  if (change.choices) {
    const input = { params: { slug }, body: { choices: change.choices } };
    operations.push({ id: `${id}-choices`, name: 'putEnrolment', input, at, words });
  }
  if (first && more.length === 0) {
    const [topicId, body] = first;
    operations.push({ id, name: 'setTopic', input: { params: { slug, topicId }, body }, at, words });
  }
  if (first && more.length > 0) {
    const body = { topics: Object.fromEntries(topics) };
    operations.push({ id, name: 'setTopics', input: { params: { slug }, body }, at, words });
  }
  return operations;
}

interface Asked {
  params: { topicId?: string };
  body: TopicChange & { topics?: Record<string, TopicChange>; choices?: Choices };
}

/** What a waiting request will change. `null`: it is none of these, such as a new plan. */
export function actOf({ id, name, input, words }: Operation): Act | null {
  const { params, body } = input as Asked;
  const changes: Partial<Record<Operation['name'], Change>> = {
    setTopic: { topics: { [params.topicId ?? '']: body } },
    setTopics: { topics: body.topics },
    putEnrolment: { choices: body.choices },
  };
  const change = changes[name];
  return change ? { id, change, words } : null;
}

/** The latest moment known of what is changed: whoever changes it has seen that. */
export function latest(enrolment: Enrolment | undefined, { topics = {} }: Change): number {
  const times = Object.keys(topics).map((id) => Date.parse(enrolment?.topics[id]?.updatedAt ?? '') || 0);
  return Math.max(0, ...times);
}
