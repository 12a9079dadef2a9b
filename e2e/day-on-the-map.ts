import { expect } from '@playwright/test';
import { type Hands, type Look, mapOf } from './hands';

const looks: readonly Look[] = ['Trail', 'Outline', 'Board'];
const range = ['How a request travels: TCP/IP', 'DNS', 'HTTP'] as const;

export async function expectDone({ page }: Pick<Hands, 'page'>, count: number, of = 61): Promise<void> {
  await expect(page.getByRole('button', { name: `${count} done of ${of}: see which`, exact: true })).toBeVisible();
}

const selected = ({ page }: Hands) => page.getByRole('region', { name: 'Topics selected' }).getByRole('status');

export async function begin(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.press('button', 'Start Backend Developer');
  await expect(page.getByRole('dialog', { name: 'You are on your way' })).toBeVisible();
  await hands.write('Hours a week', '8');
  await hands.press('button', 'To the map');
  await expect(mapOf(page).getByRole('link', { name: /^How the internet works,/ })).toBeFocused();
  await expectDone(hands, 0);
}

/** Line 1: three looks at one truth, the same found in each. */
export async function lookAround(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.write('Find a topic here', 'tls', 'searchbox');
  const count = page.getByRole('status').filter({ hasText: /^\d+ of 82 topics$/ });
  const found = await count.innerText();
  for (const look of looks) {
    await hands.choose('View', look);
    await expect(count).toHaveText(found);
    await expect(mapOf(page).getByRole('link', { name: /^TLS,/ })).toBeVisible();
    await expect(mapOf(page).getByRole('link', { name: /^DNS,/ })).toHaveCount(0);
  }
  await hands.write('Find a topic here', '', 'searchbox');
  await hands.choose('View', 'Trail');
  await hands.mark('How the internet works', 'done');
  await expectDone(hands, 1);
  const first = mapOf(page).getByRole('link', { name: /^How the internet works,/ });
  await hands.press('checkbox', 'Hide done');
  await expect(first).toHaveCount(0);
  await hands.press('checkbox', 'Hide done');
  await expect(first).toBeVisible();
}

/** Line 2: one, a stage, a range, all; reset and undone. */
export async function setStates(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.press('button', 'More on Internet and web');
  await hands.press('button', 'Select its topics');
  await expect(selected(hands)).toHaveText('8 topics selected');
  await hands.set('Learning');
  await expect(page.getByRole('button', { name: 'Learning 8', exact: true })).toBeVisible();
  await hands.undo('8 topics are being learned.');
  await expectDone(hands, 1);

  await hands.selectRange(range);
  await expect(selected(hands)).toHaveText('3 topics selected');
  await hands.set('Done');
  await expectDone(hands, 4);

  await hands.selectAll();
  await expect(selected(hands)).toHaveText('82 topics selected');
  await hands.set('Skip');
  await expect(page.getByRole('button', { name: 'Skipped 82', exact: true })).toBeVisible();
  await hands.undo('82 topics are skipped.');
  await expectDone(hands, 4);

  await hands.mark('DNS', 'back');
  await expectDone(hands, 3);
  await hands.press('button', 'More on Internet and web');
  await hands.press('button', 'Reset the whole stage');
  await expectDone(hands, 0);
  await hands.undo('3 topics are not started.');
  await expectDone(hands, 3);
}

/** Line 2, on the board: a card goes to another column, and comes back. */
export async function moveOnTheBoard(hands: Hands): Promise<void> {
  const { page } = hands;
  const inColumn = (name: RegExp) => page.getByRole('region', { name }).getByRole('link', { name: /^TLS,/ });
  await hands.choose('View', 'Board');
  await expect(inColumn(/^Not started/)).toBeVisible();
  await hands.bring('TLS', 'Done');
  await expect(inColumn(/^Done/)).toBeVisible();
  await expectDone(hands, 4);
  await hands.bring('TLS', 'Not started');
  await expect(inColumn(/^Not started/)).toBeVisible();
  await hands.choose('View', 'Outline');
  await expectDone(hands, 3);
}

/** Line 4: taken, followed, widened and changed; nothing is lost. */
export async function chooseWays(hands: Hands): Promise<void> {
  const { page } = hands;
  const python = mapOf(page).getByRole('link', { name: /^Python,.*your way/ });
  await hands.open('A server-side language');
  await hands.press('button', 'Take it: Python');
  await expect(python).toBeVisible();
  await hands.press('button', 'Take Django');
  await expect(mapOf(page).getByRole('link', { name: /^Django,.*your way/ })).toBeVisible();
  await hands.press('button', 'Take it too: Ruby');
  await hands.press('button', 'Take it off: Python');
  await expect(mapOf(page).getByRole('link', { name: /^Ruby,.*your way/ })).toBeVisible();
  await expect(python).toHaveCount(0);
  await hands.close('Close choice, Esc');
}
