import { handsOnKeys } from './hands-on-keys';
import { liveTheDay } from './learners-day';
import { test } from './world';

test('a learner’s whole day by the keyboard alone', async ({ newMember }) => {
  test.setTimeout(150_000);
  const { page } = await newMember('Kai Keys');
  await liveTheDay(await handsOnKeys(page));
});
