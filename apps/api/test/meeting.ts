import { mentored } from './build.js';
import { at } from './reviewing.js';
import type { TestApp } from './start.js';

/** A mentor, a learner, and the first sheet of the two, begun by the mentor; `on` names it to its acts. */
export async function beginSheet(app: TestApp, consent: object = {}) {
  const world = await mentored(app, consent);
  const body = { as: 'mentor', with: world.learner.id, roadmap: 'backend' } as const;
  const meeting = await world.mentor.ok('beginMeeting', { body });
  return { ...world, meeting, on: at(meeting.id) };
}
