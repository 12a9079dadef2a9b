import type { Page } from '@playwright/test';
import { expectCleanNow, views } from './expect-clean';
import { linkInLetter } from './mailbox';
import { stateButton } from './state-button';
import { expect, type Person, test } from './world';

const slug = { slug: 'backend' };
/** What is done in one window stands in another within this. */
const live = { timeout: 5000 };
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

interface Way {
  topics: Record<string, Record<string, unknown>>;
}

/** They come with the weeks that they have behind them: since three weeks on one topic, and busy with others. */
async function comeWithHistory({ api }: Person): Promise<void> {
  await api('putEnrolment', { params: slug, body: {} });
  const { enrolments } = await api<{ enrolments: Way[] }>('exportMe');
  const [way] = enrolments;
  const since = (state: string, days: number) => {
    const at = daysAgo(days);
    return { state, known: false, updatedAt: at, day: at.slice(0, 10), at, operation: null, former: null };
  };
  const begun = daysAgo(60);
  const topics = { dns: since('done', 50), http: since('learning', 22), 'how-the-internet-works': since('done', 2) };
  const item = { ...way, topics, startedAt: begun, startedOn: begun.slice(0, 10), updatedAt: daysAgo(2) };
  const act = (days: number, topicId: string, from: string, to: string) => {
    const at = daysAgo(days);
    const what = { kind: 'topic', roadmap: 'backend', topicId, projectId: null, from, to };
    return { id: `${days}`.padStart(24, '0'), at, day: at.slice(0, 10), ...what };
  };
  const activity = [
    act(50, 'dns', 'todo', 'done'),
    act(22, 'http', 'todo', 'learning'),
    ...[16, 12, 9, 5].map((days) => act(days, 'dns', 'done', 'done')),
    act(2, 'how-the-internet-works', 'todo', 'done'),
  ];
  for (const [part, items] of [
    ['enrolments', [item]],
    ['activity', activity],
  ] as const) {
    const { counts } = await api<{ counts: { refused: number } }>('importPart', {
      body: { formatVersion: 2, part, items, keep: {} },
    });
    expect(counts.refused, part).toBe(0);
  }
}

async function expectCleanInAll(page: Page, where: string): Promise<void> {
  for (const { colorScheme, width } of views) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await expectCleanNow(page, `${where}, ${colorScheme}, ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('from an invitation to its end, in three windows: two learners and their mentor', async ({
  newMember,
  complaints,
}) => {
  test.setTimeout(240_000);
  const mira = await newMember('Mira Mentor');
  const lea = await newMember('Lea Learner');
  const tom = await newMember('Tom Learner');
  await comeWithHistory(lea);
  const [mentor, one, other] = [mira.page, lea.page, tom.page];

  // Invited by mail; the preview is the consent.
  await mentor.goto('/mentoring/invite');
  await mentor.getByRole('textbox', { name: 'E-mail address' }).fill(lea.email);
  await mentor.getByRole('button', { name: 'Send the invitation' }).click();
  await one.goto(await linkInLetter(one.request, lea.email, 'mentor you'));
  const preview = one.getByRole('region', { name: 'What Mira Mentor would see of you right now' });
  await expect(preview.getByText('Lea Learner has been on HTTP for at least 22 days')).toBeVisible();
  await expectCleanInAll(one, 'the preview');
  await one.getByRole('button', { name: 'Accept and share this' }).click();
  await expect(one.getByRole('heading', { level: 1, name: 'Mira Mentor mentors you now' })).toBeVisible();

  // The other comes by a code, and keeps the days to himself.
  await mentor.getByRole('button', { name: 'Make a code' }).click();
  const code = await mentor
    .getByText(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/)
    .first()
    .textContent();
  await tom.api('putEnrolment', { params: slug, body: {} });
  await other.goto(`/cohorts/join?code=${code}`);
  await other.getByRole('checkbox', { name: 'Activity' }).uncheck();
  await other.getByRole('button', { name: /share this$/ }).click();
  await expect(other.getByRole('heading', { level: 1, name: /Mira Mentor/ })).toBeVisible();

  // Who needs her stands first, in the words in which its learner reads it.
  await mentor.goto('/mentoring');
  const sentence = 'Lea Learner has been on HTTP for at least 22 days';
  const due = mentor.getByRole('region', { name: /^Needs attention/ });
  await expect(due.getByText(sentence)).toBeVisible();
  const roster = mentor.getByRole('region', { name: 'My learners' });
  await expect(roster.getByRole('rowheader')).toHaveText(['Lea Learner', 'Tom Learner']);
  await one.goto('/settings/sharing');
  await expect(one.getByText(sentence)).toBeVisible();
  await expectCleanInAll(mentor, 'mentoring');

  // Work shows in the mentor's open page.
  await other.goto('/roadmaps/backend/topics/dns');
  await stateButton(other, 'Done').click();
  await expect(roster.getByRole('row', { name: /Tom Learner/ })).toContainText(/1 of \d+/, live);

  // She opens the one who needs her, and asks; what is said stands on both sides.
  await due.getByRole('link', { name: 'Open Lea Learner' }).click();
  await expect(mentor.getByRole('heading', { level: 1, name: 'Lea Learner' })).toBeVisible();
  const dashboard = mentor.url();
  await mentor
    .getByRole('region', { name: 'The map' })
    .getByRole('link', { name: /^HTTP,/ })
    .click();
  const said = mentor.getByRole('region', { name: 'HTTP', exact: true });
  await one.goto('/roadmaps/backend/topics/http');
  const talk = one.getByRole('region', { name: 'Talk with your mentors' });
  await said.getByRole('textbox', { name: 'Write something' }).fill('What holds you up?');
  await said.getByRole('button', { name: 'Send' }).click();
  await expect(talk.getByText('What holds you up?')).toBeVisible(live);
  await talk.getByRole('textbox', { name: 'Write something' }).fill('Caching. I had it wrong.');
  await talk.getByRole('button', { name: 'Send' }).click();
  await expect(said.getByText('Caching. I had it wrong.')).toBeVisible(live);

  // Done, it needs nobody any more.
  await stateButton(one, 'Done').click();
  await mentor.goto(dashboard);
  await expect(mentor.getByRole('heading', { level: 1, name: 'Lea Learner' })).toBeVisible();
  await expect(mentor.getByText(sentence)).toHaveCount(0, live);
  await expectCleanInAll(mentor, 'the dashboard');

  // The sheet for their meeting begins with what changed, and both write on it.
  await mentor.getByRole('link', { name: 'Prepare the next meeting' }).click();
  await mentor.getByRole('button', { name: 'Begin a sheet' }).click();
  const agenda = mentor.getByRole('region', { name: 'To talk about' });
  await expect(agenda.getByText('HTTP: learning → done')).toBeVisible();
  await one.goto('/meetings');
  await one.getByRole('link', { name: 'With Mira Mentor' }).click();
  await one.getByRole('textbox', { name: 'Add a line' }).fill('The interview');
  await one.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(agenda.getByText('The interview')).toBeVisible(live);
  await mentor.getByRole('textbox', { name: 'What is to be done' }).fill('Read on caching');
  await mentor.getByRole('button', { name: 'Agree on it' }).click();
  await expect(one.getByRole('checkbox', { name: /Read on caching/ })).toBeVisible(live);
  const sheet = mentor.url();

  // Ended: the open page goes, and what it read is not there.
  await one.goto('/settings/sharing');
  await one.getByRole('button', { name: 'End sharing with Mira Mentor' }).click();
  await one.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
  await expect(agenda).toHaveCount(0, live);
  const { id } = await lea.api<{ id: string }>('readMe');
  await expect(mira.api('readLearner', { params: { id } })).rejects.toThrow('404');
  await expect(mira.api('readMeeting', { params: { id: sheet.split('/').at(-1) ?? '' } })).rejects.toThrow('404');
  await mentor.goto(dashboard);
  await expect(mentor.getByRole('heading', { name: 'Not shared with you' })).toBeVisible();
  await one.goto('/');
  await expect(one.getByRole('checkbox', { name: /Read on caching/ })).toBeVisible();
  await mentor.goto('/mentoring');
  await expect(roster.getByRole('rowheader')).toHaveText(['Tom Learner']);

  // The browser itself notes the 404 of the page that was closed.
  expect(complaints.every((complaint) => complaint.includes('404'))).toBe(true);
  complaints.length = 0;
});
