import { expectCleanNow } from './expect-clean';
import { linkInLetter } from './mailbox';
import { expect, password, test } from './world';

interface Me {
  handle: string;
}

test('a learner asks a mentor by handle, who accepts and sees what was chosen', async ({ newMember }) => {
  const mentor = await newMember('Mira Mentor');
  const learner = await newMember('Lou Learner');
  const { handle } = await mentor.api<Me>('readMe');

  await learner.page.goto('/mentoring');
  await learner.page.getByRole('link', { name: 'Ask for a mentor' }).first().click();
  await learner.page.getByRole('button', { name: 'Ask with this' }).click();
  await expect(learner.page.getByText('Say in a sentence what you hope for')).toBeVisible();
  await learner.page.getByRole('textbox', { name: 'Whom' }).fill(`@${handle}`);
  await learner.page.getByRole('textbox', { name: 'What you hope for' }).fill('A second pair of eyes on my API');
  await learner.page.getByRole('checkbox', { name: 'Activity' }).uncheck();
  await expect(learner.page.getByText('Lou Learner does not share their activity with you.')).toBeVisible();
  await expectCleanNow(learner.page, 'asking');
  await learner.page.getByRole('button', { name: 'Ask with this' }).click();
  await expect(learner.page.getByText(/waits for an answer/)).toBeVisible();

  await mentor.page.goto('/mentoring');
  await expect(async () => {
    await mentor.page.reload();
    await expect(mentor.page.getByText('A second pair of eyes on my API')).toBeVisible({ timeout: 1500 });
  }).toPass();
  await expect(mentor.page.getByText('You would see their progress and projects.')).toBeVisible();
  await expectCleanNow(mentor.page, 'asked');
  await mentor.page.getByRole('button', { name: 'Accept: mentor Lou Learner' }).click();
  const dialog = mentor.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'A sentence for them' }).fill('Gladly');
  await dialog.getByRole('button', { name: 'Accept' }).click();
  await expect(mentor.page.getByText('You mentor Lou Learner now.')).toBeVisible();

  const { id } = await learner.api<{ id: string }>('readMe');
  await mentor.page.goto(`/mentoring/learners/${id}?roadmap=backend`);
  await expect(mentor.page.getByRole('heading', { level: 1, name: 'Lou Learner' })).toBeVisible();

  // The learner's page followed by itself.
  await expect(learner.page.getByText('Gladly')).toBeVisible();
  await expect(learner.page.getByRole('heading', { name: /^Mira Mentor, on / })).toBeVisible();
});

test('a mentor invites an address; its reader signs up by the letter, comes back and accepts', async ({
  newMember,
  stranger,
}) => {
  const mentor = await newMember('Mira Mentor');
  const email = `lea.${crypto.randomUUID().slice(0, 8)}@example.org`;
  await mentor.page.goto('/mentoring/invite');
  await mentor.page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(mentor.page.getByText('Give an e-mail address')).toBeVisible();
  await mentor.page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await mentor.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Lea');
  await mentor.page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(mentor.page.getByRole('heading', { name: `Lea, ${email}` })).toBeVisible();
  await expectCleanNow(mentor.page, 'inviting');

  const link = await linkInLetter(stranger.request, email, 'mentor you');
  await stranger.goto(link);
  await expect(stranger.getByText(/Mira Mentor would like to mentor you on the roadmap/)).toBeVisible();
  await expectCleanNow(stranger, 'the letter’s page');
  await stranger.getByRole('link', { name: 'Make an account' }).click();
  await stranger.getByRole('textbox', { name: 'Name' }).fill('Lea Learner');
  await stranger.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await stranger.getByLabel('Password', { exact: true }).fill(password);
  await stranger
    .locator('form')
    .getByRole('button', { name: /account|Sign up|start/i })
    .click();

  await expect(stranger.getByText('What Mira Mentor would see of you right now')).toBeVisible();
  await expectCleanNow(stranger, 'the consent');
  await stranger.getByRole('button', { name: 'Accept and share this' }).click();
  await expect(stranger.getByRole('heading', { level: 1, name: 'Mira Mentor mentors you now' })).toBeVisible();
  await expect(mentor.page.getByText(/accepted by Lea Learner/)).toBeVisible();
});

test('a list is looked at line by line before anything leaves, and sent', async ({ newMember }) => {
  const { page, api } = await newMember('Mira Mentor');
  const { id } = await api<{ id: string }>('createCohort', { body: { name: 'Evening class', roadmap: 'backend' } });
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`/cohorts/${id}`);
  await page.getByRole('link', { name: 'Invite by a list' }).click();
  await page.getByRole('button', { name: 'See what it would do' }).click();
  await expect(page.getByText(/There is no line in it/)).toBeVisible();
  const [one, two] = [crypto.randomUUID(), crypto.randomUUID()].map((each) => `m${each.slice(0, 8)}@example.org`);
  const list = `E-Mail;Name\n${one};"Doe; Ann"\n${two};Bo\n${one};Ann again\nnobody;Cy\n`;
  await page.getByRole('textbox', { name: 'Or paste it' }).fill(list);
  await page.getByRole('button', { name: 'See what it would do' }).click();
  await expect(page.getByRole('row', { name: `2 Doe; Ann ${one} will be invited` })).toBeVisible();
  await expect(page.getByRole('row', { name: `4 Ann again ${one} stands in the list before` })).toBeVisible();
  await expect(page.getByRole('row', { name: '5 Cy nobody not an address' })).toBeVisible();
  await expectCleanNow(page, 'the list');
  await page.getByRole('button', { name: 'Send 2 invitations' }).click();
  await expect(page.getByText('2 invitations sent, 2 lines left out.')).toBeVisible();
  await expect(page.getByRole('button', { name: `Take back the invitation to ${two}` })).toBeVisible();
});
