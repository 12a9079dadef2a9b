import { expect, type Page } from '@playwright/test';
import { expectDone } from './day-on-the-map';
import type { Hands } from './hands';

const outcome = 'Explain the steps from a name to an address, root to authoritative server';
const read = 'Done with Domain names: concepts and facilities (RFC 1034)';
const dead = 'Domain names: implementation and specification (RFC 1035)';
const note = '# Names\n\n**DNS** finds them, on d and s as well.';

/** Line 3: all that is kept with one topic. */
export async function workInTheRoom(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.open('DNS');
  await hands.set('Learning');
  await expect(page.getByRole('button', { name: 'Learning', exact: true, pressed: true })).toBeVisible();
  await hands.press('checkbox', outcome);
  await hands.press('checkbox', read);
  await hands.press('button', `Report a dead link: ${dead}`);
  await expect(page.getByText('Reported as dead.')).toBeVisible();
  await hands.press('button', `Take back the report on ${dead}`);
  await expect(page.getByText('Reported as dead.')).toBeHidden();

  await hands.press('button', 'Add a link');
  await hands.write('Address', 'example.org/names');
  await hands.write('Title', 'A talk on names');
  await hands.press('button', 'Save link');
  await expect(page.getByRole('link', { name: 'A talk on names', exact: true })).toBeVisible();
  await hands.write('Where I left off', 'Chapter 3');
  await hands.write('Notes, in Markdown', note);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await hands.press('button', 'Start the timer');
  await hands.press('button', 'Stop and log it');
  await expect(page.getByText('Less than a minute: nothing was logged.')).toBeVisible();
  await hands.press('button', 'Log by hand');
  await hands.write('How long', '1:30');
  await hands.press('button', 'Log time');
  await expect(page.getByText(/^1 h 30 min, of about/)).toBeVisible();
  await hands.choose('How sure are you?', 'A little');
}

/** Line 2, minutes later: the topic's own history leads back. */
export async function goBackByHistory(hands: Hands): Promise<void> {
  await hands.press('button', 'Go back to done');
  await expectDone(hands, 4);
  await hands.close('Close topic, Esc');
  await expect(hands.page.getByRole('heading', { level: 2, name: 'DNS' })).toHaveCount(0);
}

export async function expectRoomKept(page: Page): Promise<void> {
  await expect(page.getByRole('checkbox', { name: outcome, exact: true })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: read, exact: true })).toBeChecked();
  await expect(page.getByRole('link', { name: 'A talk on names', exact: true })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Where I left off' })).toHaveValue('Chapter 3');
  await expect(page.getByRole('textbox', { name: 'Notes, in Markdown' })).toHaveValue(note);
  await expect(page.getByText(/^1 h 30 min, of about/)).toBeVisible();
  await expect(page.getByRole('radio', { name: 'A little' })).toBeChecked();
  await expect(page.getByRole('button', { name: 'Done', exact: true, pressed: true })).toBeVisible();
}
