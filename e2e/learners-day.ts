import { expect, test } from '@playwright/test';
import { expectRoomKept, goBackByHistory, workInTheRoom } from './day-in-the-room';
import { expectPlanKept, leaveAndComeBack, lookHome, plan } from './day-of-planning';
import { begin, chooseWays, expectDone, lookAround, moveOnTheBoard, setStates } from './day-on-the-map';
import { type Hands, mapOf } from './hands';

const steps: readonly [string, (hands: Hands) => Promise<void>][] = [
  ['begin', begin],
  ['three views of one truth', lookAround],
  ['states: one, many, reset, undone', setStates],
  ['the board', moveOnTheBoard],
  ['the topic’s room', workInTheRoom],
  ['undone by its history', goBackByHistory],
  ['choices', chooseWays],
  ['plan', plan],
  ['left and started over, and back', leaveAndComeBack],
  ['home', lookHome],
];

/** Lines 1 to 6 of what a learner's day has, with whatever hands. */
export async function liveTheDay(hands: Hands): Promise<void> {
  const { page } = hands;
  await page.goto('/');
  for (const [title, step] of steps) await test.step(title, () => step(hands));
  await test.step('all of it is there after a reload', async () => {
    await page.goto('/roadmaps/backend/topics/dns');
    await expectRoomKept(page);
    await expectDone(hands, 5);
    await expect(page.getByRole('radio', { name: 'Outline' })).toBeChecked();
    await expect(mapOf(page).getByRole('link', { name: /^Ruby,.*your way/ })).toBeVisible();
    await page.goto('/roadmaps/backend/plan');
    await expectPlanKept(hands);
  });
}
