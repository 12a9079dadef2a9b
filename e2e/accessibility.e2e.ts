import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './world';

/** Both themes, and the narrowest screen in one of them: what is narrow there is as narrow in the other. */
const views = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 320 },
] as const;
const forStrangers = [
  '/',
  '/sign-up',
  '/sign-in',
  '/roadmaps',
  '/roadmaps/backend',
  '/roadmaps/backend/facts',
  '/no-such-page',
];

async function expectClean(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${path}: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
  expect.soft(found).toEqual([]);
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect.soft(isWide, `${path} scrolls sideways`).toBe(false);
}

for (const { colorScheme, width } of views) {
  test(`axe finds nothing for a stranger, ${colorScheme}, ${width} px`, async ({ stranger }) => {
    test.setTimeout(120_000);
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
      '/mentoring',
      `/cohorts/${cohort.id}`,
      '/cohorts/join',
      '/settings',
    ];
    for (const path of mine) await expectClean(page, path);
    const theirs = ['/', '/mentoring', `/cohorts/${cohort.id}`, `/mentoring/learners/${me.id}?roadmap=backend`];
    for (const path of theirs) await expectClean(mentor.page, path);
  });
}
