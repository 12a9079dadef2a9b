import type { PublicPageChoices } from '@waymark/contract';
import { expect, it } from 'vitest';
import { finishedProject, follow, type Member, setTopic, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { backendOf, day, secondSlug, startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { eraseAccounts } from '../accounts/erase-accounts.js';
import { PublicPage } from './public-pages.model.js';

const app = await startApp();
const stranger = clientOf(app);
const [first, second, third] = backendOf(app).topics.filter(({ requirement }) => requirement === 'core');
const ids = [first?.id ?? '', second?.id ?? '', third?.id ?? ''] as const;
const none: PublicPageChoices['sections'] = { roadmaps: [], proof: false, calendar: false, projects: [] };
const etag = (version: number) => ({ 'if-match': `"${version}"` });

/** A learner who has everything that a page can show, and more that it must not. */
async function learner() {
  const ada = await signUp(app, { name: 'Ada Lovely', timeZone: 'Pacific/Auckland' });
  await follow(ada);
  await follow(ada, {}, secondSlug);
  for (const id of ids) await setTopic(ada, id, { state: 'done' });
  const shown = await finishedProject(ada, [ids[0]], {
    title: 'Shown to all',
    visibility: 'public',
    writeUp: 'Not this',
  });
  const hidden = await finishedProject(ada, [ids[1]], { title: 'Hidden work', visibility: 'private' });
  const other = await finishedProject(ada, [ids[0]], { title: 'Public, not chosen', visibility: 'public' });
  return { ada, shown, hidden, other, handle: ada.account.handle };
}

async function publish(of: Member, sections: Partial<PublicPageChoices['sections']>, about = '') {
  const { version } = await of.ok('readPublicPageSettings');
  const body = { isPublic: true, about, sections: { ...none, ...sections } };
  return of.ok('changePublicPage', { body, headers: etag(version) });
}

const read = (handle: string) => stranger.ok('readPublicPage', { params: { handle } });
const lookAt = (handle: string) => stranger.call('readPublicPage', { params: { handle } });

it('shows nothing until it is published, then what was chosen to anybody, and nothing once it is taken back', async () => {
  const { ada, shown, handle } = await learner();
  expect((await lookAt(handle)).status).toBe(404);
  expect(await ada.ok('readPublicPageSettings')).toEqual({ isPublic: false, about: '', sections: none, version: 0 });
  await publish(ada, { roadmaps: ['backend'], proof: true, calendar: true, projects: [shown.id] }, 'I build things.');
  const page = await read(handle);
  const { summary } = await ada.ok('readEnrolment', { params: { slug: 'backend' } });
  expect(page).toMatchObject({
    handle,
    name: 'Ada Lovely',
    about: 'I build things.',
    roadmaps: [{ slug: 'backend', counts: { done: 3, shown: 2, confirmed: 0, required: summary.required } }],
    calendar: { to: app.now().toISOString().slice(0, 10) },
    projects: [{ title: 'Shown to all', covers: [{ topicId: ids[0], title: first?.title, where: 'src/' }] }],
  });
  expect(page.roadmaps[0]?.stages[0]).toMatchObject(summary.stages[page.roadmaps[0]?.stages[0]?.id ?? ''] ?? {});
  expect(page.proof).toEqual([
    {
      roadmap: 'backend',
      title: backendOf(app).title,
      topics: [
        { id: ids[0], title: first?.title, proof: 'shown', projects: [{ title: 'Shown to all', url: shown.repoUrl }] },
        { id: ids[1], title: second?.title, proof: 'shown', projects: [] },
      ],
    },
  ]);
  const { version, ...choices } = await ada.ok('readPublicPageSettings');
  await ada.ok('changePublicPage', { body: { ...choices, isPublic: false }, headers: etag(version) });
  expect((await lookAt(handle)).status).toBe(404);
  expect((await ada.call('readPublicPage', { params: { handle } })).status).toBe(404);
});

it('lets out nothing of a section that is off, and never an id, an address, a zone, a time or a private title', async () => {
  const { ada, shown, hidden, other, handle } = await learner();
  const all = { roadmaps: ['backend'], proof: true, calendar: true, projects: [hidden.id, shown.id] };
  const textOf = async (sections: Partial<PublicPageChoices['sections']>) => {
    await publish(ada, sections);
    return (await lookAt(handle)).text;
  };
  const whole = await textOf(all);
  const never = [ada.email, ada.id, shown.id, hidden.id, other.id, 'Auckland', 'Hidden work', 'Public, not chosen'];
  for (const secret of [...never, 'Not this', secondSlug, 'T10:00']) expect(whole, secret).not.toContain(secret);
  for (const said of ['"roadmaps":[{', '"proof":[{', '"calendar":{', 'Shown to all']) expect(whole).toContain(said);

  expect(await textOf({})).toBe(
    JSON.stringify({ handle, name: 'Ada Lovely', about: '', roadmaps: [], proof: [], calendar: null, projects: [] }),
  );
  const title = backendOf(app).title;
  expect(await textOf({ ...all, roadmaps: [] })).not.toContain(`"title":"${title}"`);
  expect(await textOf({ ...all, proof: false })).toContain('"proof":[]');
  expect(await textOf({ ...all, calendar: false })).toContain('"calendar":null');
  expect(await textOf({ ...all, projects: [] })).not.toContain('Shown to all');
});

it('drops a project once it is no longer public, and a roadmap once it is left', async () => {
  const { ada, shown, handle } = await learner();
  await publish(ada, { roadmaps: ['backend', secondSlug], projects: [shown.id] });
  expect((await read(handle)).roadmaps.map(({ slug }) => slug)).toEqual(['backend', secondSlug]);
  await ada.ok('changeProject', {
    params: { id: shown.id },
    body: { visibility: 'unlisted' },
    headers: etag(shown.version),
  });
  await ada.ok('leaveEnrolment', { params: { slug: 'backend' } });
  expect(await read(handle)).toMatchObject({ roadmaps: [{ slug: secondSlug }], projects: [] });
});

it('says the same, to the byte, of nobody, of who shows nothing, and of who is shut out or leaving', async () => {
  const [never, back, shutOut, leaving] = await Promise.all(['N', 'B', 'S', 'L'].map((name) => signUp(app, { name })));
  for (const each of [back, shutOut, leaving]) await publish(each as Member, {});
  const reads = async (who: Member | undefined) => (await lookAt(who?.account.handle ?? '')).status;
  for (const each of [back, shutOut, leaving]) expect(await reads(each)).toBe(200);
  await back?.ok('changePublicPage', { body: { isPublic: false, about: '', sections: none }, headers: etag(1) });
  await Account.updateOne({ _id: shutOut?.id ?? '' }, { $set: { disabledAt: app.now() } });
  await Account.updateOne({ _id: leaving?.id ?? '' }, { $set: { eraseAfter: new Date(app.now().getTime() + day) } });
  const visible = async (handle: string) => {
    const { status, headers, text } = await lookAt(handle);
    const { date: _, 'x-request-id': requestId, ...rest } = headers;
    return { status, headers: rest, text: text.replaceAll(String(requestId), 'REQUEST') };
  };
  const nobody = await visible('nobody-at-all');
  expect(nobody.status).toBe(404);
  for (const each of [never, back, shutOut, leaving]) {
    expect(await visible(each?.account.handle ?? '')).toEqual(nobody);
    const badge = await stranger.call('readBadge', { params: { handle: each?.account.handle ?? '' } });
    expect(badge.text).toBe((await stranger.call('readBadge', { params: { handle: 'nobody-at-all' } })).text);
  }
});

it('follows a new handle, and leaves the old address to whoever takes it', async () => {
  const ada = await signUp(app, { name: 'Ren Amed' });
  await publish(ada, {}, 'Here I am');
  const { handle, version } = await ada.ok('readMe');
  await ada.ok('changeMe', { body: { handle: `${handle}-new` }, headers: etag(version) });
  expect((await lookAt(handle)).status).toBe(404);
  expect((await read(`${handle}-new`)).about).toBe('Here I am');
});

it('previews what is not saved, and publishes nothing by it', async () => {
  const { ada, shown, handle } = await learner();
  const body = { isPublic: false, about: 'Draft', sections: { ...none, roadmaps: ['backend'], projects: [shown.id] } };
  const preview = await ada.ok('previewPublicPage', { body });
  expect(preview).toMatchObject({ handle, about: 'Draft', projects: [{ title: 'Shown to all' }] });
  expect((await lookAt(handle)).status).toBe(404);
  expect((await ada.ok('readPublicPageSettings')).version).toBe(0);
  await ada.ok('changePublicPage', { body: { ...body, isPublic: true }, headers: etag(0) });
  expect(await read(handle)).toEqual(preview);
});

it('wants the version that was read, and shows what it is now to who has another', async () => {
  const ada = await signUp(app);
  const body = { isPublic: true, about: '', sections: none };
  expect((await ada.call('changePublicPage', { body })).problem.code).toBe('if-match-required');
  const answers = await Promise.all(
    ['One', 'Two', 'Three'].map((about) =>
      ada.call('changePublicPage', { body: { ...body, about }, headers: etag(0) }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
  const stale = answers.find(({ status }) => status === 412);
  expect(stale?.problem.current).toEqual(await ada.ok('readPublicPageSettings'));
  expect(await PublicPage.countDocuments({ accountId: ada.id })).toBe(1);
});

it('puts nobody else’s project on a page, nor a roadmap that there is not', async () => {
  const [{ shown }, bob] = await Promise.all([learner(), signUp(app)]);
  const sections = { ...none, roadmaps: ['backend', 'no-such'], projects: [shown.id] };
  const body = { isPublic: true, about: '', sections };
  const refusals = [
    await bob.call('changePublicPage', { body, headers: etag(0) }),
    await bob.call('previewPublicPage', { body }),
  ];
  for (const { problem } of refusals) {
    expect(problem.code).toBe('invalid');
    expect(problem.errors?.map(({ path }) => path)).toEqual(['sections.roadmaps.1', 'sections.projects.0']);
  }
});

it('is asked about each time, and answers 304 to who has it as it is', async () => {
  const { ada, handle } = await learner();
  await publish(ada, { roadmaps: ['backend'] });
  const page = await lookAt(handle);
  expect(page.headers['cache-control']).toBe('public, no-cache');
  const again = () =>
    stranger.call('readPublicPage', { params: { handle }, headers: { 'if-none-match': String(page.headers.etag) } });
  expect((await again()).status).toBe(304);
  await setTopic(ada, ids[2], { state: 'learning' });
  expect((await again()).status).toBe(200);
});

it('goes with the account', async () => {
  const ada = await signUp(app);
  await publish(ada, {}, 'Soon gone');
  await Account.updateOne({ _id: ada.id }, { $set: { eraseAfter: app.now() } });
  await eraseAccounts(app.now());
  expect(await PublicPage.countDocuments({ accountId: ada.id })).toBe(0);
});

it('stands in the export as it was saved', async () => {
  const ada = await signUp(app);
  const saved = await publish(ada, { calendar: true }, 'Mine');
  expect(JSON.parse((await ada.call('exportMe')).text).publicPages).toEqual([saved]);
});

it('slows down who reads page after page', async () => {
  const strict = await startApp({ rateLimitFactor: 0.01 });
  // All tests come from one address.
  await app.deps.connection.collection('ratelimits').deleteMany({});
  const statuses: number[] = [];
  for (let i = 0; i < 4; i += 1) {
    statuses.push((await clientOf(strict).call('readPublicPage', { params: { handle: `nobody-${i}` } })).status);
  }
  expect(statuses).toEqual([404, 404, 404, 429]);
});
