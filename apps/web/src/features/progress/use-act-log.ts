import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { Answer, Endpoints, Enrolment, Roadmap, Summary, TopicProgress } from '@waymark/contract';
import { nextSteps } from '@waymark/contract/rules';
import { useCallback, useSyncExternalStore } from 'react';
import { actTime } from '../../api/act-time';
import type { Operation } from '../../api/outbox';
import { onAnswer, outboxOf } from '../../api/outbox-of';
import { useSession } from '../../api/session';
import { type Act, type ActLog, type ActQueue, createActLog } from './act-log';
import { actOf, latest, operationsOf } from './act-operations';

type Enrolments = Answer<Endpoints['listEnrolments']>;

/** Of the learner who is signed in, by roadmap: an act is sent even when its page is left. */
let logs = new Map<string, ActLog>();
let owner: string | null = null;

function logOf(client: QueryClient, account: string | null, slug: string): ActLog {
  if (owner !== account) {
    owner = account;
    logs = new Map();
  }
  const found = logs.get(slug) ?? createActLog(queueOf(client, account ?? '', slug));
  logs.set(slug, found);
  return found;
}

/** What was asked before this answer came may not know of it, and must not overwrite it. */
async function keepAnswer(client: QueryClient, slug: string, change: (enrolment: Enrolment) => Enrolment) {
  await Promise.all([
    client.cancelQueries({ queryKey: ['enrolment', slug] }),
    client.cancelQueries({ queryKey: ['enrolments'] }),
  ]);
  const enrolment = client.setQueryData<Enrolment>(['enrolment', slug], (before) => before && change(before));
  if (!enrolment) return;
  const { summary, next } = enrolment;
  client.setQueryData<Enrolments>(
    ['enrolments'],
    (list) =>
      list && {
        ...list,
        items: list.items.map((card) => (card.roadmap === slug ? { ...card, summary, next } : card)),
      },
  );
}

function withTopics(
  roadmap: Roadmap | undefined,
  enrolment: Enrolment,
  answer: { topics: Record<string, TopicProgress>; summary: Summary },
): Enrolment {
  const topics = { ...enrolment.topics, ...answer.topics };
  const next = roadmap ? nextSteps(roadmap, { topics, choices: enrolment.choices }) : enrolment.next;
  return { ...enrolment, topics, summary: answer.summary, next };
}

function invalidate(client: QueryClient, slug: string): void {
  for (const queryKey of [['enrolment', slug], ['enrolments'], ['activity']])
    void client.invalidateQueries({ queryKey });
}

type Answered =
  | Answer<Endpoints['setTopic']>
  | Answer<Endpoints['setTopics']>
  | Answer<Endpoints['putEnrolment']>
  | undefined;

/** Puts an answer where every page reads it, whichever tab was given it. */
async function keepActAnswer(client: QueryClient, { input }: Operation, answer: Answered, isLast: boolean) {
  const { slug } = (input as { params: { slug: string } }).params;
  const roadmap = client.getQueryData<Roadmap>(['roadmap', slug]);
  if (answer && 'choices' in answer) await keepAnswer(client, slug, () => answer);
  else if (answer) {
    const one = 'topic' in answer ? answer.topic : null;
    const topics = 'topics' in answer ? answer.topics : {};
    if (one) {
      const { id, ...topic } = one as { id: string } & TopicProgress;
      topics[id] = topic;
    }
    await keepAnswer(client, slug, (enrolment) => withTopics(roadmap, enrolment, { topics, summary: answer.summary }));
  }
  // The forecast, and what another device did meanwhile.
  if (isLast || !answer) setTimeout(() => invalidate(client, slug));
}

/** Through the outbox: what is done survives a reload, and is sent once, in order, by one of this browser's tabs. */
function queueOf(client: QueryClient, account: string, slug: string): ActQueue {
  const outbox = outboxOf(account);
  const lane = `progress:${slug}`;
  onAnswer(['setTopic', 'setTopics', 'putEnrolment'], (operation, answer, isLast) =>
    keepActAnswer(client, operation, answer as Answered, isLast),
  );
  let known: readonly Operation[] | null = null;
  let acts: readonly Act[] = [];
  return {
    pending() {
      if (known !== outbox.waiting()) {
        known = outbox.waiting();
        const mine = known.filter((each) => each.lane === lane).flatMap((each) => actOf(each) ?? []);
        if (mine.length > 0 || acts.length > 0) acts = mine;
      }
      return acts;
    },
    subscribe: outbox.subscribe,
    async add(act) {
      const knownAt = latest(client.getQueryData<Enrolment>(['enrolment', slug]), act.change);
      const sent = operationsOf(act, slug, actTime(knownAt)).map((each) => outbox.add({ ...each, lane }).sent);
      try {
        await Promise.all(sent);
      } catch (error) {
        // It is as if never done: what stands there is read anew.
        invalidate(client, slug);
        throw error;
      }
    },
    discard: (id) => void outbox.discard(id),
  };
}

export function useActLog(slug: string): ActLog {
  const client = useQueryClient();
  const { account } = useSession();
  return logOf(client, account?.id ?? null, slug);
}

export function usePendingActs(slug: string): readonly Act[] {
  const log = useActLog(slug);
  return useSyncExternalStore(
    useCallback((listener: () => void) => log.subscribe(listener), [log]),
    log.pending,
  );
}
