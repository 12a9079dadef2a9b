import { expectClean, views } from './expect-clean';
import { test } from './world';

const forStrangers = [
  '/',
  '/sign-up',
  '/sign-in',
  '/forgot',
  '/reset/no-such-link',
  '/verify',
  '/verify/no-such-link',
  '/confirm-email/no-such-link',
  '/undo-email/no-such-link',
  '/keep/no-such-link',
  '/roadmaps',
  '/roadmaps/backend',
  '/roadmaps/backend/facts',
  '/no-such-page',
];

for (const { colorScheme, width } of views) {
  test(`axe finds nothing for a stranger, ${colorScheme}, ${width} px`, async ({ stranger }) => {
    test.setTimeout(180_000);
    await stranger.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await stranger.setViewportSize({ width, height: 900 });
    for (const path of forStrangers) await expectClean(stranger, path);
  });

  test(`axe finds nothing for a member, ${colorScheme}, ${width} px`, async ({ newMember }) => {
    test.setTimeout(180_000);
    const mentor = await newMember('Max Mentor');
    const { page, api } = await newMember('Axel Learner');
    const params = { slug: 'backend' };
    await api('putEnrolment', { params, body: { choices: { language: ['nodejs'] } } });
    const topics = {
      http: { state: 'done' },
      dns: { state: 'done' },
      tls: { state: 'learning' },
      git: { state: 'skipped' },
    };
    await api('setTopics', { params, body: { topics } });
    const covers = [{ roadmap: 'backend', topicId: 'http', where: 'server.ts' }];
    const links = { build: 'finished', repoUrl: 'https://git.example/axel/x', visibility: 'mentors' };
    const project = await api<{ id: string }>('createProject', {
      body: { title: 'Shortener', writeUp: '# How\n\n- small\n\n`code`', covers, ...links },
    });
    const cohort = await mentor.api<{ id: string; code: string }>('createCohort', {
      body: { name: 'Evening class', roadmap: 'backend' },
    });
    const consent = { progress: true, activity: true, notes: false, projects: true };
    await api('joinCohort', { body: { code: cohort.code, consent } });
    const me = await api<{ id: string }>('readMe');
    for (const view of [page, mentor.page]) {
      await view.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await view.setViewportSize({ width, height: 900 });
    }
    const mine = [
      '/',
      '/roadmaps',
      '/roadmaps/backend',
      '/roadmaps/backend/topics/http',
      '/roadmaps/backend/choices/language',
      '/roadmaps/backend/briefs',
      '/projects',
      `/projects/${project.id}`,
      '/projects/new',
      '/projects?view=board',
      '/projects/matrix',
      '/mentoring',
      `/cohorts/${cohort.id}`,
      '/cohorts/join',
      '/settings',
      '/settings/sharing',
    ];
    for (const path of mine) await expectClean(page, path);
    const theirs = ['/', '/mentoring', `/cohorts/${cohort.id}`, `/mentoring/learners/${me.id}?roadmap=backend`];
    for (const path of theirs) await expectClean(mentor.page, path);
  });
}
