import { demoEmail, demoLearners, demoMentor, demoPassword } from '../../apps/api/dist/demo/demo-people.js';

const height = { 1280: 900, 390: 844 };

/** Every page that `npm run screens` shows: its name, the browser context of who looks at it, and how it is opened. */
export async function screenPages({ browser, address, width, theme }) {
  const newContext = (more = {}) =>
    browser.newContext({
      baseURL: address,
      viewport: { width, height: height[width] },
      colorScheme: theme,
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      ...more,
    });
  const signedIn = async ({ name }) => {
    const email = demoEmail(name);
    const context = await newContext();
    const answer = await context.request.post('/api/sessions', { data: { email, password: demoPassword } });
    if (!answer.ok()) throw new Error(`${email} cannot sign in: ${await answer.text()}`);
    await context.addInitScript(() => localStorage.setItem('waymark:member', '1'));
    return { context, token: (await answer.json()).accessToken };
  };
  const stranger = await newContext();
  const asLearner = await signedIn(demoLearners[0]);
  const asNewcomer = await signedIn(demoLearners.find(({ startedAgo }) => startedAgo === 0));
  const asMentor = await signedIn(demoMentor);
  const read = async (who, path) =>
    (await who.context.request.get(path, { headers: { Authorization: `Bearer ${who.token}` } })).json();
  const { items: projects } = await read(asLearner, '/api/me/projects');
  const { items: cohorts } = await read(asMentor, '/api/cohorts');
  const { items: reviews } = await read(asMentor, '/api/mentoring/reviews');
  const { items: learners } = await read(asMentor, '/api/mentoring/learners');

  const [{ learner }] = learners;
  const begun = { as: 'mentor', with: learner.id, roadmap: 'backend' };
  const authorization = { Authorization: `Bearer ${asMentor.token}` };
  const sheet = await asMentor.context.request.post('/api/meetings', { headers: authorization, data: begun });
  const { id: sheetId } = await sheet.json();

  const at = (name, who, path, isWhole = true) => ({
    name,
    isWhole,
    context: who.context,
    open: async (page) => {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
    },
  });
  const strangerAt = (name, path) => at(name, { context: stranger }, path);
  return [
    strangerAt('landing', '/'),
    strangerAt('sign-up', '/sign-up'),
    strangerAt('sign-in', '/sign-in'),
    strangerAt('not-found', '/no-such-page'),
    strangerAt('roadmap-stranger', '/roadmaps/backend'),
    at('home', asLearner, '/'),
    at('home-first-day', asNewcomer, '/'),
    at('roadmaps', asLearner, '/roadmaps'),
    at('roadmap', asLearner, '/roadmaps/backend'),
    at('roadmap-topic', asLearner, '/roadmaps/backend/topics/http', false),
    at('roadmap-choice', asLearner, '/roadmaps/backend/choices/language', false),
    at('facts', asLearner, '/roadmaps/backend/facts'),
    at('briefs', asLearner, '/roadmaps/backend/briefs'),
    at('projects', asLearner, '/projects'),
    at('project', asLearner, `/projects/${projects[0].id}`),
    at('project-new', asLearner, '/projects/new'),
    at('settings', asLearner, '/settings'),
    at('sharing', asLearner, '/settings/sharing'),
    at('mentor-ask', asLearner, '/mentoring/ask'),
    at('mentor-invite', asMentor, '/mentoring/invite'),
    at('roster-import', asMentor, `/cohorts/${cohorts[0].id}/import`),
    at('notifications', asMentor, '/notifications'),
    at('join', asNewcomer, '/cohorts/join'),
    at('mentoring', asMentor, '/mentoring'),
    at('mentoring-learner-side', asLearner, '/mentoring'),
    at('review', asMentor, `/reviews/${reviews[0].id}`),
    at('cohort', asMentor, `/cohorts/${cohorts[0].id}`),
    at('cohort-glance', asMentor, `/cohorts/${cohorts[0].id}?view=glance`),
    at('cohort-settings', asMentor, `/cohorts/${cohorts[0].id}?view=settings`),
    at('learner', asMentor, `/mentoring/learners/${learner.id}?roadmap=backend`),
    at('sheet', asMentor, `/meetings/${sheetId}`),
  ];
}
