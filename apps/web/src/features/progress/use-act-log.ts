import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { Answer, Endpoints, Enrolment, Roadmap, Summary, TopicProgress } from '@waymark/contract';
import { nextSteps } from '@waymark/contract/rules';
import { useCallback, useSyncExternalStore } from 'react';
import { call } from '../../api/call';
import { useSession } from '../../api/session';
import { type Act, type ActLog, createActLog } from './act-log';

type Enrolments = Answer<Endpoints['listEnrolments']>;

/** Of the learner who is signed in, by roadmap: an act is sent even when its page is left. */
let logs = new Map<string, ActLog>();
let owner: string | null = null;

function logOf(client: QueryClient, account: string | null, slug: string): ActLog {
  if (owner !== account) {
    owner = account;
    logs = new Map();
  }
  const found = logs.get(slug) ?? createActLog((act) => sendAct(client, slug, act));
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

async function sendTopics(slug: string, { id, change }: Act): Promise<Answer<Endpoints['setTopics']> | null> {
  const entries = Object.entries(change.topics ?? {});
  const [first] = entries;
  if (!first) return null;
  if (entries.length > 1) {
    const topics = Object.fromEntries(entries);
    return call('setTopics', { params: { slug }, body: { topics }, idempotencyKey: id });
  }
  const [topicId, body] = first;
  const answer = await call('setTopic', { params: { slug, topicId }, body, idempotencyKey: id });
  const { id: answeredId, ...topic } = answer.topic;
  return { topics: { [answeredId]: topic }, summary: answer.summary };
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

async function sendAct(client: QueryClient, slug: string, act: Act): Promise<void> {
  try {
    if (act.change.choices) {
      const body = { choices: act.change.choices };
      const answer = await call('putEnrolment', { params: { slug }, body, idempotencyKey: `${act.id}-choices` });
      await keepAnswer(client, slug, () => answer);
    }
    const answer = await sendTopics(slug, act);
    const roadmap = client.getQueryData<Roadmap>(['roadmap', slug]);
    if (answer) await keepAnswer(client, slug, (enrolment) => withTopics(roadmap, enrolment, answer));
  } finally {
    const isLast = logs.get(slug)?.pending().at(-1) === act;
    // The forecast, and what another device did meanwhile.
    if (isLast) {
      for (const queryKey of [['enrolment', slug], ['enrolments'], ['activity']]) {
        void client.invalidateQueries({ queryKey });
      }
    }
  }
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
