import { randomBytes } from 'node:crypto';

const password = 'seven quiet lanterns';

/** Two members who each have everything that a member can have, one who owns the instance, and one who leaves. */
export async function createWorld(address, claimToken) {
  const [ada, bo, oda, leaver] = [
    await signUp(address, 'Ada'),
    await signUp(address, 'Bo'),
    await signUp(address, 'Oda'),
    await signUp(address, 'Lea'),
  ];
  await oda.call('POST', '/api/instance/claim', { token: claimToken }, 204);
  for (const member of [ada, bo]) Object.assign(member, await furnish(member));
  return { ada, bo, oda, leaver };
}

async function signUp(address, name) {
  const email = `${name.toLowerCase()}-${randomBytes(4).toString('hex')}@example.org`;
  let accessToken;
  async function call(method, path, body, wanted = 200) {
    const answer = await fetch(address + path, {
      method,
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        ...(accessToken && { Authorization: `Bearer ${accessToken}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.status !== wanted) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    return text === '' ? undefined : JSON.parse(text);
  }
  const signedUp = await call('POST', '/api/accounts', { name, email, password }, 201);
  accessToken = signedUp.accessToken;
  return { name: name.toLowerCase(), email, password, call };
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
  const projects = [];
  for (const visibility of ['private', 'mentors']) {
    const body = { title: `${secret} project`, writeUp: `${secret} words`, visibility };
    projects.push(await call('POST', '/api/me/projects', body, 201));
  }
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
  return { topicIds, canaries: [secret, cohort.code, token.token, ...ids] };
}
