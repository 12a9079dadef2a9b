import { describe, expect, it } from 'vitest';
import { finishedProject, follow, type Member, setTopic, signUp } from '../../../test/build.js';
import { secondSlug, startApp } from '../../../test/start.js';

const app = await startApp();

const offersOf = async (member: Member, slug = 'mern') =>
  (await member.ok('listOffers', { params: { slug }, query: { limit: 100 } })).items;
const topicOf = async (member: Member, slug: string, id: string) =>
  (await member.ok('readEnrolment', { params: { slug } })).topics[id];
const header = { 'if-match': '"1"' };

/** Follows both, and has done HTTP and Git in the one that came first. */
async function learner(): Promise<Member> {
  const member = await signUp(app);
  await follow(member);
  await follow(member, {}, 'mern');
  for (const topicId of ['http', 'git']) await setTopic(member, topicId, { state: 'done' });
  return member;
}

describe('what is done in one roadmap', () => {
  it('is offered in the other, in its order and with its proof, and never marked in silence', async () => {
    const ada = await learner();
    await finishedProject(ada, ['http']);
    const offers = await offersOf(ada);
    expect(offers.map(({ topicId, from }) => [topicId, from.proof])).toEqual([
      ['http', 'shown'],
      ['git', 'learned'],
    ]);
    expect(offers[0]).toMatchObject({
      choiceId: null,
      from: { roadmap: 'backend', roadmapTitle: 'Backend Developer', topicId: 'http', title: 'HTTP' },
    });
    expect(offers[0]?.from.doneAt).toBe((await topicOf(ada, 'backend', 'http'))?.updatedAt);
    expect(await topicOf(ada, 'mern', 'http')).toMatchObject({ state: 'not_started', proof: null });
  });

  it('is offered the other way round too, and names the choice of an option that is not taken', async () => {
    const ada = await learner();
    await setTopic(ada, 'express', { state: 'done' }, 'mern');
    const byId = async () => (await offersOf(ada, 'backend')).map(({ topicId, choiceId }) => [topicId, choiceId]);
    expect(await byId()).toEqual([['express', 'framework']]);
    await follow(ada, { choices: { framework: ['express'] } });
    expect(await byId()).toEqual([['express', null]]);
  });

  it('is accepted as known: done with its proof, without a day of activity, and not offered again', async () => {
    const ada = await learner();
    await finishedProject(ada, ['http']);
    const before = await ada.ok('listActivity', {});
    const topics = Object.fromEntries(
      (await offersOf(ada)).map(({ topicId }) => [topicId, { state: 'done' as const, known: true }]),
    );
    const set = await ada.ok('setTopics', { params: { slug: 'mern' }, body: { topics } });
    expect(set.topics.http).toMatchObject({ state: 'done', proof: 'shown', known: true });
    expect(set.topics.git).toMatchObject({ state: 'done', proof: 'learned', known: true });
    expect(set.summary).toMatchObject({ done: 2, shown: 1 });
    expect(await ada.ok('listActivity', {})).toEqual(before);
    expect(await offersOf(ada)).toEqual([]);
  });

  it('is not offered when the other roadmap was left, and is again when it is taken up', async () => {
    const ada = await learner();
    await ada.ok('leaveEnrolment', { params: { slug: 'backend' } });
    expect(await offersOf(ada)).toEqual([]);
    await ada.ok('restoreEnrolment', { params: { slug: 'backend' } });
    expect(await offersOf(ada)).toHaveLength(2);
  });

  it('is offered to nobody else, and not on a roadmap that is not followed', async () => {
    const [ada, bob] = await Promise.all([learner(), signUp(app)]);
    await follow(bob, {}, 'mern');
    expect(await offersOf(bob)).toEqual([]);
    expect(await offersOf(ada)).toHaveLength(2);
    const refused = await bob.call('listOffers', { params: { slug: 'backend' } });
    expect(refused.status).toBe(404);
  });

  it('comes in pages', async () => {
    const ada = await learner();
    const params = { slug: 'mern' };
    const first = await ada.ok('listOffers', { params, query: { limit: 1 } });
    const rest = await ada.ok('listOffers', { params, query: { limit: 1, cursor: first.nextCursor ?? '' } });
    expect([first, rest].map(({ items }) => items[0]?.topicId)).toEqual(['http', 'git']);
    expect(rest.nextCursor).toBeNull();
  });
});

describe('a project that covers a skill', () => {
  const proofs = async (member: Member) => [
    (await topicOf(member, 'backend', 'http'))?.proof,
    (await topicOf(member, 'mern', 'http'))?.proof,
    (await member.ok('readEnrolment', { params: { slug: 'mern' } })).summary.shown,
  ];

  it('shows it in both roadmaps, and in neither once it is gone', async () => {
    const ada = await learner();
    await setTopic(ada, 'http', { state: 'done', known: true }, 'mern');
    expect(await proofs(ada)).toEqual(['learned', 'learned', 0]);
    const mine = await finishedProject(ada, ['http']);
    expect(await proofs(ada)).toEqual(['shown', 'shown', 1]);
    await ada.ok('deleteProject', { params: { id: mine.id }, headers: header });
    expect(await proofs(ada)).toEqual(['learned', 'learned', 0]);
  });

  it('counts for a roadmap that was followed after it', async () => {
    const ada = await signUp(app);
    await follow(ada);
    await finishedProject(ada, ['http']);
    await follow(ada, {}, 'mern');
    await setTopic(ada, 'http', { state: 'done' }, 'mern');
    expect((await topicOf(ada, 'mern', 'http'))?.proof).toBe('shown');
  });

  it('takes its proof away in both when it covers something else', async () => {
    const ada = await learner();
    await setTopic(ada, 'http', { state: 'done' }, 'mern');
    const mine = await finishedProject(ada, ['http']);
    const body = { covers: [{ roadmap: 'mern', topicId: 'react-state', where: 'app/' }] };
    await ada.ok('changeProject', { params: { id: mine.id }, body, headers: header });
    expect(await proofs(ada)).toEqual(['learned', 'learned', 0]);
  });

  it('shows nothing that is not done, and says which skills it covers', async () => {
    const ada = await learner();
    await finishedProject(ada, ['http', 'dns']);
    const [card] = (await ada.ok('listProjects')).items;
    expect(card?.skills).toEqual(['http', 'dns']);
    expect(await proofs(ada)).toEqual(['shown', null, 0]);
  });

  it('is a day of learning only on the roadmap that it names', async () => {
    const ada = await signUp(app);
    await follow(ada);
    await follow(ada, {}, 'mern');
    await finishedProject(ada, ['http']);
    const lastDay = async (slug: string) => (await ada.ok('readEnrolment', { params: { slug } })).lastActiveDay;
    expect(await lastDay('backend')).not.toBeNull();
    expect(await lastDay('mern')).toBeNull();
  });

  it('changes nothing on a roadmap of somebody else’s', async () => {
    const [ada, bob] = await Promise.all([learner(), learner()]);
    await setTopic(ada, 'http', { state: 'done' }, 'mern');
    await finishedProject(bob, ['http']);
    expect(await proofs(ada)).toEqual(['learned', 'learned', 0]);
  });

  it('is right on all roadmaps when two projects change at once, ten times over', async () => {
    const ada = await learner();
    await follow(ada, {}, secondSlug);
    await setTopic(ada, 'http', { state: 'done' }, 'mern');
    let [one, two] = [
      await finishedProject(ada, ['http']),
      await finishedProject(ada, [], { build: 'building', covers: [{ roadmap: 'mern', topicId: 'http', where: '' }] }),
    ];
    for (let round = 0; round < 10; round += 1) {
      const [build, other] =
        one.build === 'finished' ? (['building', 'finished'] as const) : (['finished', 'building'] as const);
      const change = (of: typeof one, to: typeof build) =>
        ada.ok('changeProject', {
          params: { id: of.id },
          body: { build: to },
          headers: { 'if-match': `"${of.version}"` },
        });
      [one, two] = await Promise.all([change(one, build), change(two, other)]);
      expect(await proofs(ada), `round ${round}`).toEqual(['shown', 'shown', 1]);
    }
  });
});
