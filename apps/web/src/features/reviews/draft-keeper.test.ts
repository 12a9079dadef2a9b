import type { ReviewDraft } from '@waymark/contract';
import { expect, it } from 'vitest';
import { ProblemError } from '../../api/problem';
import { createDraftKeeper, type KeepDraft } from './draft-keeper';
import type { DraftWords } from './verdict-draft';

const empty: DraftWords = { decision: null, text: '', topics: [], requirements: [] };

/** A server with one draft, as the API keeps it. */
function server() {
  let draft: ReviewDraft = { ...empty, version: 0, updatedAt: null };
  const sent: string[] = [];
  let fault: unknown = null;
  const keep: KeepDraft = async ({ base, ...words }) => {
    sent.push(words.text);
    await Promise.resolve();
    if (fault) throw fault;
    if (base !== draft.version)
      throw new ProblemError({ code: 'stale', status: 412, title: 'It changed', current: draft });
    draft = { ...words, version: base + 1, updatedAt: '2026-11-23T12:00:00.000Z' };
    return draft;
  };
  return { keep, sent, draft: () => draft, break: (error: unknown) => (fault = error) };
}

it('keeps what is typed, and what is typed while that is under way, on one version after the other', async () => {
  const { keep, sent, draft } = server();
  const keeper = createDraftKeeper({ words: empty, version: 0 }, keep);
  keeper.change({ text: 'The' });
  const first = keeper.flush();
  keeper.change({ text: 'The redirect' });
  // A pause in typing is over before the first answer is there.
  await Promise.all([keeper.flush(), first]);
  expect(keeper.state().status).toBe('typing');
  await keeper.flush();
  expect(sent).toEqual(['The', 'The redirect']);
  expect(draft().version).toBe(2);
  expect(keeper.state().status).toBe('kept');
});

it('shows what another window wrote beside what is here, and loses neither', async () => {
  const { keep, draft } = server();
  const [here, there] = [
    createDraftKeeper({ words: empty, version: 0 }, keep),
    createDraftKeeper({ words: empty, version: 0 }, keep),
  ];
  there.change({ text: 'Written there' });
  await there.flush();
  here.change({ text: 'Written here' });
  await here.flush();
  expect(here.state()).toMatchObject({ status: 'stale', words: { text: 'Written here' } });
  expect(here.state().theirs?.text).toBe('Written there');
  // Typing goes on; nothing is sent until one of the two is taken.
  here.change({ text: 'Written here, and on' });
  await here.flush();
  expect(draft().text).toBe('Written there');
  here.keepMine();
  await here.flush();
  await Promise.resolve();
  expect(draft().text).toBe('Written here, and on');
});

it('goes on from what the other window wrote, if that is chosen', async () => {
  const { keep, draft } = server();
  const [here, there] = [
    createDraftKeeper({ words: empty, version: 0 }, keep),
    createDraftKeeper({ words: empty, version: 0 }, keep),
  ];
  there.change({ text: 'Written there' });
  await there.flush();
  here.change({ text: 'Written here' });
  await here.flush();
  here.takeTheirs();
  expect(here.state()).toMatchObject({ status: 'kept', words: { text: 'Written there' }, theirs: null });
  here.change({ text: 'Written there, and on' });
  await here.flush();
  expect(draft()).toMatchObject({ text: 'Written there, and on', version: 2 });
});

it('is not stale where only the answer to its own write was lost', async () => {
  const { keep, draft } = server();
  await keep({ ...empty, text: 'Sent', base: 0 });
  const keeper = createDraftKeeper({ words: empty, version: 0 }, keep);
  keeper.change({ text: 'Sent' });
  await keeper.flush();
  expect(keeper.state()).toMatchObject({ status: 'kept', theirs: null });
  keeper.change({ text: 'Sent, and on' });
  await keeper.flush();
  expect(draft().text).toBe('Sent, and on');
});

it('says when it cannot be kept, and keeps it once it can', async () => {
  const world = server();
  const keeper = createDraftKeeper({ words: empty, version: 0 }, world.keep);
  world.break(new ProblemError({ code: 'offline', status: 0, title: 'Away' }));
  keeper.change({ text: 'On a train' });
  await keeper.flush();
  expect(keeper.state()).toMatchObject({ status: 'failed', words: { text: 'On a train' } });
  world.break(null);
  await keeper.flush();
  expect(keeper.state().status).toBe('kept');
  expect(world.draft().text).toBe('On a train');
});

it('keeps words that came from an earlier revision, and writes nothing more once they were sent', async () => {
  const { keep, sent, draft } = server();
  const keeper = createDraftKeeper({ words: { ...empty, text: 'Begun before' }, version: 0, isCarried: true }, keep);
  await keeper.flush();
  expect(draft()).toMatchObject({ text: 'Begun before', version: 1 });
  keeper.change({ text: 'Begun before, and sent' });
  keeper.forget();
  await keeper.flush();
  expect(sent).toEqual(['Begun before']);
});
