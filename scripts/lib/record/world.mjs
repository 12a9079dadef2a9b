import { signUpAt } from '../sign-up-at.mjs';

/** A learner of whom a mentor, who is named, has confirmed two topics: one by its repository, one by its demo. */
export async function createConfirmed(address) {
  const [mentor, learner] = [await signUpAt(address, 'Mia'), await signUpAt(address, 'Léa “O’Hara” <北>')];
  await mentor.call('PUT', '/api/mentoring/reviewer', { promiseDays: 3, inPool: false, isNamed: true });
  const { code } = await mentor.call('POST', '/api/cohorts', { name: 'Spring', roadmap: 'backend' }, 201);
  const consent = { progress: true, activity: true, notes: true, projects: true };
  await learner.call('POST', '/api/cohorts/join', { code, consent }, 201);
  const { topics } = await learner.call('GET', '/api/roadmaps/backend');
  const core = topics.filter(({ requirement }) => requirement === 'core').slice(0, 2);
  for (const [place, { id: topicId }] of core.entries()) {
    await learner.call('PUT', `/api/me/enrolments/backend/topics/${topicId}`, { state: 'done' });
    const covers = [{ roadmap: 'backend', topicId, where: 'src/' }];
    const project = {
      ...{ title: `Project ${place}`, build: 'finished', visibility: 'mentors', covers },
      [place === 0 ? 'repoUrl' : 'demoUrl']: 'https://localhost/lea/shortener',
    };
    const { id } = await learner.call('POST', '/api/me/projects', project, 201);
    const review = await learner.call('POST', `/api/me/projects/${id}/reviews`, { question: 'Is it sound?' }, 201);
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
  const { key } = await learner.call('POST', '/api/me/records', { roadmap: 'backend' }, 201);
  const { signed } = await (await fetch(`${address}/api/records/${key}`)).json();
  const { keys } = await (await fetch(`${address}/api/records/keys`)).json();
  const { kid } = JSON.parse(Buffer.from(signed.split('.')[0], 'base64url'));
  return { key, signed, jwk: keys.find((each) => each.kid === kid) };
}
