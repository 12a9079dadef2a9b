import { expect } from '@playwright/test';
import { expectDone } from './day-on-the-map';
import type { Hands } from './hands';

const dayOfTarget = '2040-02-02';

async function toThePlan(hands: Hands): Promise<void> {
  await hands.press('button', 'Your plan');
  await expect(hands.page.getByRole('dialog', { name: 'Your plan' })).toBeVisible();
  await hands.press('link', 'The whole plan');
  await expect(hands.page.getByRole('heading', { level: 1, name: 'Your plan' })).toBeFocused();
}

/** Line 5: what one means to give, when one is away, what one knew, and all of it in one's calendar. */
export async function plan(hands: Hands): Promise<void> {
  const { page } = hands;
  await toThePlan(hands);
  await hands.write('Hours a week', '12');
  await hands.write('Days a week', '4');
  await hands.writeDay('When you would like to be there', dayOfTarget);
  await hands.press('checkbox', 'Hide hours');
  await hands.press('button', 'Save plan');
  await expect(page.getByText('Your plan is saved.')).toBeVisible();

  await hands.press('button', 'Pause now');
  await expect(page.getByText(/^Paused since/)).toBeVisible();
  await hands.press('button', 'Go on');
  await expect(page.getByText(/^Paused since/)).toBeHidden();
  await hands.writeDay('First day', '2040-03-03');
  await hands.writeDay('Last day', '2040-04-04');
  await hands.press('button', 'Plan a pause');
  await expect(page.getByText('33 days')).toBeVisible();

  await hands.press('button', 'Mark what I knew');
  await expect(page.getByRole('dialog', { name: 'Known before day one' })).toBeVisible();
  await hands.write('Find a topic', 'brows', 'searchbox');
  await hands.press('checkbox', 'Browsers');
  await hands.press('button', 'Save');
  await expect(page.getByText('1 topic is changed.', { exact: false })).toBeVisible();

  await hands.press('button', 'Make an address');
  await expect(page.getByRole('textbox', { name: 'The address for your calendar' })).toHaveValue(
    /^http.*\/api\/calendar\//,
  );
}

/** Line 6: left and taken up again, started over and gone back. */
export async function leaveAndComeBack(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.press('button', 'Leave this roadmap');
  await expect(page.getByText('You have left Backend Developer.')).toBeVisible();
  await hands.press('button', 'Undo: You have left Backend Developer.');
  await expectDone(hands, 5);
  await toThePlan(hands);
  await hands.press('button', 'Start over');
  await expect(page.getByRole('dialog', { name: 'Start this roadmap over?' })).toBeVisible();
  await hands.press('button', 'Start over');
  await expect(page.getByText('You begin anew.')).toBeVisible();
  await hands.press('button', 'Go back to how it was');
  await expect(page.getByText('It is as it was before you started over.')).toBeVisible();
}

/** Line 6: home, where every number opens into what makes it up. */
export async function lookHome(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.press('link', 'Home');
  await expect(page.getByRole('region', { name: 'Next step' })).toBeVisible();
  for (const [kind, count] of [
    ['Done', 5],
    ['Shown', 0],
    ['Confirmed', 0],
  ] as const) {
    await hands.press('button', `${kind} ${count} of 61, see which`);
    await expect(page.getByRole('dialog', { name: `${kind}: ${count} of 61`, exact: true })).toBeVisible();
    await hands.close('Close');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await hands.press('summary', 'These weeks as a table');
  await expect(page.getByRole('table', { name: 'Acts by week and day' })).toBeVisible();
  await hands.press('link', /^(Choose|Begin|Go on|Resume)$/);
  await expect(page).toHaveURL(/\/roadmaps\/backend\/(topics|choices)\//);
}

export async function expectPlanKept({ page }: Pick<Hands, 'page'>): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Hours a week' })).toHaveValue('12');
  await expect(page.getByLabel('When you would like to be there')).toHaveValue(dayOfTarget);
  await expect(page.getByRole('checkbox', { name: 'Hide hours' })).toBeChecked();
  await expect(page.getByText('33 days')).toBeVisible();
}
