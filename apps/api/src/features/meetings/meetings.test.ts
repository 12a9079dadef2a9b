import type { Meeting } from '@waymark/contract';
import { expect, it } from 'vitest';
import { everything, finishedProject, setTopic, signUp } from '../../../test/build.js';
import { beginSheet } from '../../../test/meeting.js';
import { at, coreTopics } from '../../../test/reviewing.js';
import { startApp } from '../../../test/start.js';

const app = await startApp();
const [first, second, third] = coreTopics(app);
const todo = { topicId: null, projectId: null, day: null, isDone: false };
type Body = { who: 'learner' | 'mentor'; what: string };
const action = (body: Body) => ({ ...todo, ...body });

const sheet = (consent: object = {}) => beginSheet(app, consent);

const sent = ({ agenda }: Meeting) => agenda.lines.map(({ id, isDone, text }) => ({ id, isDone, text }));
const topicsOf = ({ agenda }: Meeting) => agenda.lines.flatMap(({ change }) => change?.topicId ?? []);

it('begins one sheet for two, whoever asks and how often, and neither without a grant', async () => {
  const { mentor, learner, meeting } = await sheet();
  const asked = { as: 'learner', with: mentor.id, roadmap: 'backend' } as const;
  const answers = await Promise.all(Array.from({ length: 5 }, () => learner.ok('beginMeeting', { body: asked })));
  expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([meeting.id]));
  const stranger = await signUp(app);
  const refused = [
    await stranger.call('beginMeeting', { body: { ...asked, with: mentor.id } }),
    await stranger.call('beginMeeting', { body: { as: 'mentor', with: learner.id, roadmap: 'backend' } }),
    await stranger.call('readMeeting', at(meeting.id)),
  ];
  expect(refused.map(({ status }) => status)).toEqual([404, 404, 404]);
});

it('has what changed on its agenda, to be ticked, ordered, added to and taken away by either', async () => {
  const { mentor, learner, on } = await sheet();
  app.advance(1);
  await setTopic(learner, first, { state: 'done' });
  await setTopic(learner, second, { state: 'learning' });
  const read = await mentor.ok('readMeeting', on);
  expect(new Set(topicsOf(read))).toEqual(new Set([first, second]));
  const [one, two] = sent(read);
  if (!one || !two) throw new Error('two changes');
  const lines = [{ ...two, isDone: true }, { isDone: false, text: 'The interview' }, one];
  const written = await mentor.ok('writeAgenda', { ...on, body: { base: 0, lines, removed: [] } });
  expect(written.agenda.lines.map(({ text, isDone, by }) => [text, isDone, by])).toEqual([
    [null, true, null],
    ['The interview', false, 'mentor'],
    [null, false, null],
  ]);
  const [, own, last] = sent(written);
  if (!own || !last) throw new Error('three lines');
  const body = { base: 1, lines: [own], removed: [last.id] };
  const cut = await learner.ok('writeAgenda', { ...on, body });
  expect(cut.agenda.lines.map(({ id }) => id).sort()).toEqual([own.id, two.id].sort());
  expect((await mentor.ok('readMeeting', on)).agenda.lines).toEqual(cut.agenda.lines);
});

it('tells one of two who write at once, whatever they write, and loses nothing', async () => {
  const { mentor, learner, on } = await sheet();
  const line = (text: string) => ({ base: 0, lines: [{ isDone: false, text }], removed: [] });
  const writes = [
    ['writeAgenda', line('Mine'), line('Theirs')],
    ['writeMeetingNotes', { base: 0, text: 'Mine' }, { base: 0, text: 'Theirs' }],
    [
      'writeActions',
      { base: 0, actions: [action({ who: 'learner', what: 'Mine' })] },
      { base: 0, actions: [action({ who: 'mentor', what: 'Theirs' })] },
    ],
  ] as const;
  for (const [name, mine, theirs] of writes) {
    const answers = await Promise.all([
      mentor.call(name, { ...on, body: mine }),
      learner.call(name, { ...on, body: theirs }),
    ]);
    expect(answers.map(({ status }) => status).sort(), name).toEqual([200, 412]);
    const told = answers.find(({ status }) => status === 412)?.problem.current as Meeting;
    const now = await learner.ok('readMeeting', on);
    expect([told.agenda, told.notes, told.actions]).toEqual([now.agenda, now.notes, now.actions]);
  }
});

it('holds to its limits', async () => {
  const { mentor, on } = await sheet();
  const lines = (count: number) => Array.from({ length: count }, (_, n) => ({ isDone: false, text: `Line ${n}` }));
  const actions = (count: number) =>
    Array.from({ length: count }, (_, n) => action({ who: 'mentor', what: `Action ${n}` }));
  const write = async (name: 'writeAgenda' | 'writeMeetingNotes' | 'writeActions', body: object) =>
    (await mentor.call(name, { ...on, body })).status;
  expect(await write('writeAgenda', { base: 0, lines: lines(51), removed: [] })).toBe(422);
  expect(await write('writeAgenda', { base: 0, lines: lines(50), removed: [] })).toBe(200);
  expect(await write('writeActions', { base: 0, actions: actions(21) })).toBe(422);
  expect(await write('writeActions', { base: 0, actions: actions(20) })).toBe(200);
  expect(await write('writeMeetingNotes', { base: 0, text: 'x'.repeat(10_001) })).toBe(422);
  expect(await write('writeMeetingNotes', { base: 0, text: 'x'.repeat(10_000) })).toBe(200);
});

it('agrees on a topic of the roadmap and on a project that both see, and on no other', async () => {
  const { mentor, learner, grant, on } = await sheet();
  const [open, hidden] = [
    await finishedProject(learner, [first]),
    await finishedProject(learner, [first], { visibility: 'private' }),
  ];
  const write = async (named: object) => {
    const actions = [{ ...action({ who: 'learner', what: 'Do it' }), ...named }];
    const { base } = { base: (await mentor.ok('readMeeting', on)).actions.version };
    return (await mentor.call('writeActions', { ...on, body: { base, actions } })).status;
  };
  expect(await write({ topicId: third, projectId: open.id, day: '2040-01-02' })).toBe(200);
  const named = async (who: typeof learner) => (await who.ok('readMeeting', on)).projects;
  for (const who of [mentor, learner]) expect(await named(who)).toEqual([{ id: open.id, title: open.title }]);
  expect([await write({ topicId: 'no-such-topic' }), await write({ projectId: hidden.id })]).toEqual([422, 422]);
  // What was agreed stays its learner’s to read; whoever is not let see projects reads of none.
  await learner.ok('changeGrant', { ...at(grant.id), body: { consent: { ...everything, projects: false } } });
  expect([await named(mentor), await named(learner)]).toEqual([[], [{ id: open.id, title: open.title }]]);
});

it('shows the learner what they agreed to do until they tick it, and the mentor theirs', async () => {
  const { mentor, learner, on } = await sheet();
  const actions = [action({ who: 'learner', what: 'Read on HTTP' }), action({ who: 'mentor', what: 'Send the book' })];
  const { items } = (await mentor.ok('writeActions', { ...on, body: { base: 0, actions } })).actions;
  const todoOf = async (who: typeof learner, as: 'learner' | 'mentor') =>
    (await who.ok('listMeetings', { query: { as, state: 'open' } })).items.flatMap((each) =>
      each.todo.map(({ what }) => what),
    );
  expect([await todoOf(learner, 'learner'), await todoOf(mentor, 'mentor')]).toEqual([
    ['Read on HTTP'],
    ['Send the book'],
  ]);
  const params = { ...on.params, actionId: items[0]?.id ?? '' };
  await learner.ok('tickAction', { params, body: { isDone: true } });
  expect(await todoOf(learner, 'learner')).toEqual([]);
  const stranger = await signUp(app);
  expect((await stranger.call('tickAction', { params, body: { isDone: false } })).status).toBe(404);
});

it('keeps a closed meeting, begins the next with what is left undone, and closes once', async () => {
  const { mentor, learner, on } = await sheet();
  app.advance(1);
  await setTopic(learner, first, { state: 'done' });
  const lines = [
    { isDone: true, text: 'Talked of' },
    { isDone: false, text: 'For the next time' },
  ];
  await mentor.ok('writeAgenda', { ...on, body: { base: 0, lines, removed: [] } });
  const actions = [
    action({ who: 'learner', what: 'Left' }),
    { ...action({ who: 'mentor', what: 'Did' }), isDone: true },
  ];
  await mentor.ok('writeActions', { ...on, body: { base: 0, actions } });
  await learner.ok('writeMeetingNotes', { ...on, body: { base: 0, text: 'What we said' } });
  const answers = await Promise.all(Array.from({ length: 4 }, () => learner.call('closeMeeting', on)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  const next = answers.find(({ status }) => status === 200)?.body;
  expect(next?.since).toBe(app.now().toISOString());
  expect(next?.agenda.lines.map(({ text, isCarried }) => [text, isCarried])).toEqual([
    ['For the next time', true],
    [null, true],
  ]);
  expect([next?.actions.items.map(({ what }) => what), next?.notes.text]).toEqual([['Left'], '']);
  const past = await mentor.ok('readMeeting', on);
  expect([past.agenda.lines.length, past.notes.text, past.closedAt]).toEqual([
    3,
    'What we said',
    app.now().toISOString(),
  ]);
  const late = await mentor.call('writeMeetingNotes', { ...on, body: { base: 1, text: 'Too late' } });
  expect(late.problem.code).toBe('meeting-closed');
  const query = { as: 'mentor', with: learner.id, roadmap: 'backend', state: 'closed' } as const;
  expect((await mentor.ok('listMeetings', { query })).items.map(({ id }) => id)).toEqual([on.params.id]);
});

it('shows a mentor nothing once it is paused or ended, and less when less is shared; the learner keeps it all', async () => {
  const { mentor, learner, grant, on } = await sheet();
  app.advance(1);
  const mine = await finishedProject(learner, [first]);
  const read = await mentor.ok('readMeeting', on);
  const body = { base: 0, lines: sent(read), removed: [] };
  const kept = await mentor.ok('writeAgenda', { ...on, body });
  expect(kept.agenda.lines.map(({ change }) => change?.project?.id)).toEqual([mine.id]);
  await learner.ok('changeGrant', { ...at(grant.id), body: { consent: { ...everything, projects: false } } });
  expect((await mentor.ok('readMeeting', on)).agenda.lines).toEqual([]);
  // What they cannot see, they do not take away.
  await mentor.ok('writeAgenda', { ...on, body: { base: 1, lines: [], removed: [] } });
  expect((await learner.ok('readMeeting', on)).agenda.lines).toHaveLength(1);
  await learner.ok('changeGrant', { ...at(grant.id), body: { consent: { ...everything, progress: false } } });
  const status = async () => (await mentor.call('readMeeting', on)).status;
  expect(await status()).toBe(404);
  await learner.ok('changeGrant', { ...at(grant.id), body: { consent: everything } });
  expect(await status()).toBe(200);
  await learner.ok('pauseGrant', at(grant.id));
  const query = { as: 'mentor' } as const;
  expect([await status(), (await mentor.ok('listMeetings', { query })).items]).toEqual([404, []]);
  await learner.ok('endGrant', at(grant.id));
  expect(await status()).toBe(404);
  expect(await learner.ok('readMeeting', on)).toMatchObject({ isShared: false });
});
