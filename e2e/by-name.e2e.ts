import { handsOnNames } from './hands-on-names';
import { liveTheDay } from './learners-day';
import { test } from './world';

test('a learner’s whole day by the names of the accessibility tree alone', async ({ newMember }) => {
  test.setTimeout(150_000);
  const { page } = await newMember('Nora Names');
  await liveTheDay(handsOnNames(page));
});
