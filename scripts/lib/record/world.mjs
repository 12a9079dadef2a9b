import { randomBytes } from 'node:crypto';

const password = 'eleven patient kettles';

/** Somebody at `address`: `call` fails on any answer that is no good one. */
async function signUp(address, name) {
  let accessToken;
  async function call(method, path, body) {
    const headers = {
      ...(body && { 'Content-Type': 'application/json' }),
      ...(accessToken && { Authorization: `Bearer ${accessToken}` }),
    };
    const answer = await fetch(address + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    return text === '' ? undefined : JSON.parse(text);
  }
  const email = `member-${randomBytes(6).toString('hex')}@example.org`;
  ({ accessToken } = await call('POST', '/api/accounts', { name, email, password }));
  return { call };
}

/** A learner of whom a mentor, who is named, has confirmed two topics: one by its repository, one by its demo. */
export async function createConfirmed(address) {
  const [mentor, learner] = [await signUp(address, 'Mia'), await signUp(address, 'Léa “O’Hara” <北>')];
  await mentor.call('PUT', '/api/mentoring/reviewer', { promiseDays: 3, inPool: false, isNamed: true });
  const { code } = await mentor.call('POST', '/api/cohorts', { name: 'Spring', roadmap: 'backend' });
  const consent = { progress: true, activity: true, notes: true, projects: true };
  await learner.call('POST', '/api/cohorts/join', { code, consent });
  const { topics } = await learner.call('GET', '/api/roadmaps/backend');
  const core = topics.filter(({ requirement }) => requirement === 'core').slice(0, 2);
  for (const [place, { id: topicId }] of core.entries()) {
    await learner.call('PUT', `/api/me/enrolments/backend/topics/${topicId}`, { state: 'done' });
    const covers = [{ roadmap: 'backend', topicId, where: 'src/' }];
    const { id } = await learner.call('POST', '/api/me/projects', {
      ...{ title: `Project ${place}`, build: 'finished', visibility: 'mentors', covers },
      [place === 0 ? 'repoUrl' : 'demoUrl']: 'https://localhost/lea/shortener',
    });
    const review = await learner.call('POST', `/api/me/projects/${id}/reviews`, { question: 'Is it sound?' });
    await mentor.call('POST', `/api/reviews/${review.id}/claim`);
    const verdict = { roadmap: 'backend', topicId, verdict: 'met', text: 'It holds.' };
    await mentor.call('POST', `/api/reviews/${review.id}/verdict`, {
      ...{ decision: 'approved', text: 'It is sound.', topics: [verdict] },
    });
  }
  return learner;
}

/** A new record of theirs as it was signed, its key, and the key that it is to be checked with. */
export async function makeRecord(address, learner) {
  const { key } = await learner.call('POST', '/api/me/records', { roadmap: 'backend' });
  const { signed } = await (await fetch(`${address}/api/records/${key}`)).json();
  const { keys } = await (await fetch(`${address}/api/records/keys`)).json();
  const { kid } = JSON.parse(Buffer.from(signed.split('.')[0], 'base64url'));
  return { key, signed, jwk: keys.find((each) => each.kid === kid) };
}
