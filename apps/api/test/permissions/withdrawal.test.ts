import type { EndpointName } from '@waymark/contract';
import { afterAll, expect, it, vi } from 'vitest';
import { transact } from '../../src/database/transact.js';
import { watchChanges } from '../../src/features/live/watch-changes.js';
import { sendDigest } from '../../src/features/notifications/send-digest.js';
import { type Member, setTopic } from '../build.js';
import type { Asking } from '../client.js';
import { lettersTo } from '../letters.js';
import { listen } from '../listen.js';
import { testDatabaseUri } from '../name-database.js';
import { at } from '../reviewing.js';
import { startApp } from '../start.js';
import { buildWithdrawal, type Withdrawal } from './build-withdrawal.js';
import { checkCell, expectNothingBut } from './check-cell.js';
import { hearAll, isMark } from './hear-all.js';
import { type Kind, kinds } from './relations.js';
import { cohortSurfaces, type Surface, surfaces } from './surfaces.js';
import { type Way, ways } from './withdrawal-ways.js';

/** Many requests in one test, and two cores for all of them. */
const onBusyMachine = 90_000;

const app = await startApp();
const begun = vi.spyOn(app.changes, 'begin');
const place = { uri: testDatabaseUri(), database: app.deps.connection.name, log: app.deps.log };
const watching = watchChanges({ ...place, changes: app.changes });
afterAll(() => watching.close());
await vi.waitFor(() => expect(begun).toHaveBeenCalled(), { timeout: 10_000 });

const all = Object.entries({ ...surfaces, ...cohortSurfaces });

/** Every page of a list, two items at a time: the cursors that lead to each. */
async function cursorsOf(world: Withdrawal, { call, asking }: Surface): Promise<readonly Asking[]> {
  const found: Asking[] = [];
  const asked = asking?.(world, 'cohort.all') ?? {};
  let cursor: string | null = null;
  do {
    const query: Record<string, string> = { ...(asked.query as object), limit: '2', ...(cursor && { cursor }) };
    const page = { ...asked, query };
    found.push(page);
    const { body } = await world.mentor.call(call, page);
    cursor = (body as unknown as { nextCursor?: string | null }).nextCursor ?? null;
  } while (cursor !== null && found.length < 20);
  return found;
}

const lists = Object.entries({ ...surfaces, ...cohortSurfaces }).filter(
  ([, each]) => each.kind === 'list' && each.call !== 'listImages',
);

/** Acts whose answers are kept for who sends them again. */
function acted({ learner, filled, helpKey }: Withdrawal): { needs: Kind; call: EndpointName; asking: Asking }[] {
  const key = (name: string) => ({ 'idempotency-key': `again-${name}-${learner.id}` });
  return [
    { needs: 'projects', call: 'claimReview', asking: { ...at(filled.reviewId), headers: key('claim') } },
    {
      ...{ needs: 'progress', call: 'quietAttention' },
      asking: {
        ...at(learner.id),
        body: { roadmap: 'backend', key: helpKey, as: 'open' },
        headers: key('quiet'),
      },
    },
  ];
}

it.each(Object.entries(ways))(
  '%s: the next read of every surface has nothing of it',
  async (name, way) => {
    const { act, left = [], isOthers, isOut, isShared = false } = way;
    const world = await buildWithdrawal(app);
    const { mentor, other } = world;
    const looking = (client: Member, seen: readonly Kind[], where: string, headers?: Record<string, string>) => ({
      ...{ client, seen, where, isLive: seen.length > 0 || client === other || name === 'everything narrowed' },
      ...{ viewer: 'cohort.all' as const, ...(headers && { headers }) },
    });
    const etags = new Map<string, string>();
    for (const [surface, each] of all) {
      const cell = looking(mentor, kinds, `before at “${surface}”`);
      etags.set(surface, (await checkCell(world, each, cell)) ?? '"1"');
    }
    for (const { call, asking } of acted(world)) expect((await mentor.call(call, asking)).status, call).toBe(200);
    const pages = new Map<string, readonly Asking[]>();
    for (const [surface, each] of lists) pages.set(surface, await cursorsOf(world, each));
    const stream = await listen(mentor);

    await act(world);

    if (isOut) {
      for (const [surface, { call, asking }] of all) {
        const { status } = await mentor.call(call, asking?.(world, 'cohort.all') ?? {});
        expect(status, surface).toBe(call === 'readImage' ? 404 : 401);
      }
      await stream.until(() => expect(stream.isOver()).toBe(true));
      return;
    }
    for (const [surface, each] of all) {
      const cell = { ...looking(mentor, left, `“${surface}” after ${name}`), isShared };
      await checkCell(world, each, cell);
      // What they have kept is not said to be as it was.
      const kept = { 'if-none-match': etags.get(surface) ?? '*' };
      if (each.needs && !(each.needs === 'live' ? cell.isLive : left.includes(each.needs)))
        await checkCell(world, each, { ...cell, headers: kept });
    }
    const seen = [...left, ...(left.length > 0 || name === 'everything narrowed' ? (['name'] as const) : [])];
    for (const [surface, each] of lists) {
      for (const page of pages.get(surface) ?? []) {
        const { headers, text } = await mentor.call(each.call, page);
        expectNothingBut(
          world,
          `${JSON.stringify(headers)}\n${text}`,
          seen,
          `an old page of “${surface}” after ${name}`,
        );
      }
    }
    for (const { needs, call, asking } of acted(world)) {
      const { status, text } = await mentor.call(call, asking);
      if (!left.includes(needs)) expect(status, `${call} again after ${name}: ${text.slice(0, 200)}`).toBe(404);
      expectNothingBut(world, `\n${text}`, seen, `${call} again after ${name}`);
    }
    await transact(app.deps.connection, () => sendDigest(app.deps, mentor.id, app.now()));
    for (const { kind, subject, text } of await lettersTo(app, mentor.email))
      if (kind === 'digest') expectNothingBut(world, `\n${subject}\n${text}`, seen, `a letter after ${name}`);
    if (isOthers)
      for (const [surface, each] of all) {
        // Their own address, and their own sheet.
        if (['readImage', 'readMeeting', 'listMeetings'].includes(each.call)) continue;
        await checkCell(world, each, looking(other, kinds, `“${surface}” of the other mentor after ${name}`));
      }
  },
  onBusyMachine,
);

const streamed = [
  'progress narrowed',
  'projects narrowed',
  'everything narrowed',
  'paused',
  'ended',
  'taken out of the cohort',
  'the learner left the cohort',
];

it.each(streamed)(
  '%s: an open stream says that it is so, within five seconds, and nothing more',
  async (name) => {
    const world = await buildWithdrawal(app);
    const { learner, mentor, filled } = world;
    const { act, left = [] } = ways[name] as Way;
    await mentor.ok('claimReview', at(filled.reviewId));
    const stream = await listen(mentor);
    const before = stream.heard.length;
    await act(world);
    await vi.waitFor(() => expect(stream.kinds().slice(before)).toContain('grant'), { timeout: 5000, interval: 10 });
    await hearAll([[mentor, stream]]);
    stream.heard.length = 0;
    const topic = { id: learner.id, slug: 'backend', topicId: filled.first };
    await learner.ok('sayOnTopic', { params: topic, body: { text: 'More' } });
    await learner.ok('closeHelp', { ...at(filled.helpId), body: {} });
    await learner.ok('sayInReview', { ...at(filled.reviewId), body: { text: 'More' } });
    await setTopic(learner, filled.second, { state: 'learning' });
    const sheet = at(world.sheets.get('cohort.all')?.id ?? '');
    await learner.ok('writeMeetingNotes', { ...sheet, body: { base: 1, text: 'More' } });
    await hearAll([[mentor, stream]]);
    const isLeft = (kind: Kind) => left.includes(kind);
    const told = [
      ...(isLeft('progress') ? ['talk', 'help', 'meeting'] : []),
      ...(isLeft('projects') ? ['review'] : []),
      ...(left.length > 0 ? ['grant', 'notification'] : []),
    ];
    const others = stream.heard.filter(({ event }) => !isMark(event) && !told.includes(event.kind));
    expect(others).toEqual([]);
  },
  onBusyMachine,
);
