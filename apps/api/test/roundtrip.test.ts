import { type ImportPart, importParts } from '@waymark/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { finishedProject, follow, type Member, project, renew, setTopic, signUp } from './build.js';
import { howOften } from './how-often.js';
import { backendOf, day, hour, minute, secondSlug, startApp } from './start.js';
import { type FileOf, fileOf, importAll } from './transfer.js';

const app = await startApp();
const backend = backendOf(app);
const topics = backend.topics.slice(0, 8);
const slugs = ['backend', secondSlug];
/** One round is some hundred requests; `npm test` does a handful. */
const numRuns = Math.max(4, Math.round(howOften.numRuns / 4));

const topic = fc.nat({ max: topics.length - 1 });
const slug = fc.constantFrom(...slugs);
const words = fc.string({ unit: 'grapheme', maxLength: 10 });
const acts = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('set' as const),
      slug,
      topic,
      state: fc.constantFrom('not_started', 'learning', 'done', 'skipped' as const),
      known: fc.boolean(),
      agoMs: fc.constantFrom(0, 0, minute, 3 * day),
    }),
    fc.record({
      do: fc.constant('plan' as const),
      slug,
      hours: fc.integer({ min: 1, max: 80 }),
      choice: fc.nat({ max: 3 }),
    }),
    fc.record({ do: fc.constant('leave' as const), slug }),
    fc.record({ do: fc.constant('project' as const), topic, words, isFinished: fc.boolean() }),
    fc.record({ do: fc.constant('rename' as const), which: fc.nat({ max: 4 }), words }),
    fc.record({ do: fc.constant('room' as const), slug, topic, words, confidence: fc.constantFrom(1, 2, 3, 4, null) }),
    fc.record({ do: fc.constant('note' as const), slug, topic, words }),
    fc.record({ do: fc.constant('time' as const), slug, topic, minutes: fc.integer({ min: 1, max: 1440 }), words }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, minute, hour, 2 * day) }),
  ),
  { maxLength: 25, size: 'max' },
);
type Act = typeof acts extends fc.Arbitrary<(infer A)[]> ? A : never;

const line = (text: string) => text.replaceAll(/[\s\p{C}]+/gu, ' ').trim();

async function perform(learner: Member, act: Act): Promise<void> {
  // Two acts of one millisecond are told apart by nothing that a file holds.
  app.advance(act.do === 'wait' ? act.ms : 1);
  if (act.do === 'wait') {
    // The sign-in of before may be over; a cookie lives longer.
    return renew(learner);
  }
  const topicId = topics['topic' in act ? act.topic : 0]?.id ?? '';
  if (act.do === 'project') {
    const more = { title: `P ${line(act.words)}`, writeUp: act.words };
    await (act.isFinished ? finishedProject(learner, [topicId], more) : project(learner, more));
  } else if (act.do === 'rename') {
    const { items } = await learner.ok('listProjects');
    const one = items[act.which % Math.max(1, items.length)];
    const headers = { 'if-match': `"${one?.version}"` };
    if (one) await learner.ok('changeProject', { params: { id: one.id }, body: { summary: line(act.words) }, headers });
  } else if (act.do === 'leave') {
    await learner.call('leaveEnrolment', { params: { slug: act.slug } });
  } else if (act.do === 'plan') {
    const choice = backend.choices[act.choice];
    await follow(
      learner,
      { plan: { hoursPerWeek: act.hours }, choices: { [choice?.id ?? '']: [choice?.options[0] ?? ''] } },
      act.slug,
    );
  } else {
    await onTopic(learner, act, topicId);
  }
}

async function onTopic(
  learner: Member,
  act: Extract<Act, { slug: string; topic: number }>,
  topicId: string,
): Promise<void> {
  const { items } = await learner.ok('listEnrolments');
  if (!items.some(({ roadmap }) => roadmap === act.slug)) await follow(learner, {}, act.slug);
  const params = { slug: act.slug, topicId };
  if (act.do === 'set') {
    const at = new Date(app.now().getTime() - act.agoMs).toISOString();
    const { state, known } = act;
    await setTopic(learner, topicId, { state, known, ...(act.agoMs > 0 && { at }) }, act.slug);
  } else if (act.do === 'room') {
    const [outcome] = topics[act.topic]?.outcomes ?? [];
    const body = { outcomes: { [outcome?.id ?? '']: true }, leftOff: line(act.words), confidence: act.confidence };
    // `confidence` is one of 1 to 4, by the generator.
    await learner.ok('changeRoom', { params, body: body as never });
  } else if (act.do === 'note') {
    const { note } = await learner.ok('readRoom', { params });
    await learner.ok('writeNote', { params, body: { text: act.words, base: note.version } });
  } else if (act.do === 'time') {
    await learner.ok('addTime', { body: { roadmap: act.slug, topicId, minutes: act.minutes, words: line(act.words) } });
  }
}

/** What is of a document and not of what its learner did: its id, how often it was written, when it was last written. */
const ofDocuments: Record<ImportPart, readonly string[]> = {
  projects: ['id', 'version'],
  activity: ['id', 'projectId'],
  enrolments: ['updatedAt'],
  rooms: ['updatedAt'],
  time: [],
  images: [],
};

/** The lists without what is named above, in an order that says nothing of when a document was made. */
function essence(file: FileOf): Record<string, string[]> {
  return Object.fromEntries(
    importParts.map((part) => {
      const own = (file[part] ?? []).map((item) => {
        const { note, ...rest } = item as Record<string, unknown>;
        for (const field of ofDocuments[part]) delete rest[field];
        const { version: _, ...written } = (note ?? {}) as Record<string, unknown>;
        return JSON.stringify({ ...rest, ...(note !== undefined && { note: written }) });
      });
      return [part, own.toSorted()];
    }),
  );
}

it(
  'whatever a learner did: what leaves comes back the same, a second time is no time, and home again changes nothing',
  async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const ada = await signUp(app);
        for (const act of sequence) await perform(ada, act);
        await ada.ok('stepUp', { body: { password: ada.password } });
        const file = await fileOf(ada);
        const bob = await signUp(app);
        for (const answer of Object.values(await importAll(bob, file)))
          expect(answer.items.filter(({ change }) => change === 'refused')).toEqual([]);
        const once = await fileOf(bob);
        expect(essence(once)).toEqual(essence(file));
        await importAll(bob, file);
        expect(await fileOf(bob), 'twice is once').toEqual(once);
        for (const from of [file, once]) {
          for (const { counts } of Object.values(await importAll(ada, from))) {
            expect(counts, 'home again').toMatchObject({ added: 0, changed: 0, refused: 0 });
          }
        }
        expect(await fileOf(ada), 'home again').toEqual(file);
      }),
      { ...howOften, numRuns },
    );
  },
  120_000 + numRuns * 6000,
);
