import { randomBytes } from 'node:crypto';
import { signUpAt } from '../sign-up-at.mjs';

/** Eight blue dots by eight. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAMAAADz0U65AAAAA1BMVEUzVXeI+iudAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQImWNgoA4AAABIAAF7pRHIAAAAAElFTkSuQmCC';

/**
 * Two members who each have everything that a member can have, the mentor of both, one who owns the instance, and one
 * who leaves.
 */
export async function createWorld(address, claimToken) {
  const [ada, bo, mira, oda, leaver] = [
    await signUpAt(address, 'Ada'),
    await signUpAt(address, 'Bo'),
    await signUpAt(address, 'Mira'),
    await signUpAt(address, 'Oda'),
    await signUpAt(address, 'Lea'),
  ];
  await oda.call('POST', '/api/instance/claim', { token: claimToken }, 204);
  const { code } = await mira.call('POST', '/api/cohorts', { name: 'Evenings', roadmap: 'backend' }, 201);
  for (const member of [ada, bo]) Object.assign(member, await furnish(member));
  for (const member of [ada, bo]) await review(member, mira, code);
  mira.values = { id: [ada, bo].flatMap(({ values }) => values.id), number: [1] };
  return { ada, bo, mira, oda, leaver };
}

/** An enrolment with a topic done and what it is made of, projects, a cohort, a token; and the words that are secret. */
async function furnish({ name, call }) {
  const secret = `canary-${name}-${randomBytes(6).toString('hex')}`;
  await call('PUT', '/api/me/enrolments/backend', {}, 201);
  const { topics } = await call('GET', '/api/me/enrolments/backend');
  // Two untouched rooms of one topic say the same, whosever they are: none is untouched.
  for (const id of Object.keys(topics)) {
    await call('PATCH', `/api/me/enrolments/backend/topics/${id}/room`, { leftOff: `${secret} left off` });
  }
  const topicIds = Object.keys(topics).slice(0, 5);
  for (const id of topicIds) await call('PUT', `/api/me/enrolments/backend/topics/${id}`, { state: 'done' });
  // What not even a mentor sees.
  const hidden = `hidden-${name}-${randomBytes(6).toString('hex')}`;
  const own = await call('POST', '/api/me/projects', { title: hidden, writeUp: hidden, visibility: 'private' }, 201);
  const shown = await call(
    'POST',
    '/api/me/projects',
    {
      ...{ title: `${secret} project`, writeUp: `${secret} words`, visibility: 'mentors', build: 'finished' },
      // Nobody answers there.
      ...{ demoUrl: 'https://shown.invalid/', covers: [{ roadmap: 'backend', topicId: topicIds[0], where: 'src/' }] },
    },
    201,
  );
  const projects = [own, shown];
  // Whoever has the code may look at a cohort, so its name is no canary.
  const cohort = await call('POST', '/api/cohorts', { name: `Cohort of ${name}`, roadmap: 'backend' }, 201);
  const token = await call(
    'POST',
    '/api/me/tokens',
    { name: 'A token', scopes: ['progress:read'], expiresInDays: 1 },
    201,
  );
  const sessions = await call('GET', '/api/sessions');
  const ids = [...projects, token.row, ...sessions.items].map(({ id }) => id);
  const values = { id: [...projects, cohort, token.row].map(({ id }) => id) };
  return { topicIds, shown, hidden, values, canaries: [secret, hidden, cohort.code, token.token, ...ids] };
}

/** A picture, a review that a mentor took on, answered and talked about, what it told, and a record of what it confirmed. */
async function review(learner, mentor, code) {
  const { shown, topicIds, canaries, values } = learner;
  const consent = { progress: true, activity: false, notes: false, projects: true };
  await learner.call('POST', '/api/cohorts/join', { code, consent }, 201);
  const png = Buffer.from(PICTURE, 'base64');
  const image = await learner.call('POST', `/api/me/projects/${shown.id}/images`, png, 201);
  const asked = await learner.call(
    'POST',
    `/api/me/projects/${shown.id}/reviews`,
    { question: `${canaries[0]} question`, audience: { kind: 'mentors' } },
    201,
  );
  const of = `/api/reviews/${asked.id}`;
  await mentor.call('POST', `${of}/claim`);
  const comment = await mentor.call('POST', `${of}/comments`, { text: `${canaries[0]} said` }, 201);
  const line = { roadmap: 'backend', topicId: topicIds[0], verdict: 'met', text: `${canaries[0]} holds.` };
  const verdict = { decision: 'changes_requested', text: `${canaries[0]} answer.`, topics: [line] };
  await mentor.call('POST', `${of}/verdict`, verdict);
  const record = await learner.call('POST', '/api/me/records', { roadmap: 'backend' }, 201);
  canaries.push(asked.id, comment.id, image.address, record.key);
  values.id.push(asked.id);
  Object.assign(values, { name: [image.name], key: [record.key], commentId: [comment.id], number: [1] });
}
