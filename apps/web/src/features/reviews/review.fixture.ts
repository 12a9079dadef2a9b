import type { Project, Review } from '@waymark/contract';

const learner = { id: 'lou', name: 'Lou Learner', handle: 'lou' };
export const mira = { id: 'mira', name: 'Mira Mentor', handle: 'mira' };

export const aProject: Project = {
  id: 'p',
  title: 'Shortener',
  summary: '',
  writeUp: '',
  build: 'finished',
  repoUrl: 'https://git.example/lou/shortener',
  repoPath: '',
  demoUrl: null,
  stack: ['TypeScript'],
  hours: null,
  startedOn: null,
  finishedOn: null,
  briefId: null,
  isArchived: false,
  covers: [{ roadmap: 'backend', topicId: 'http', where: 'src/' }],
  visibility: 'mentors',
  version: 3,
  createdAt: '2026-11-01T10:00:00.000Z',
  updatedAt: '2026-11-02T10:00:00.000Z',
};

const { id: _, visibility: __, version: ___, createdAt: ____, updatedAt: _____, ...snapshot } = aProject;
const nothing = { claim: false, renew: false, release: false, pass: false, verdict: false, resubmit: false };

/** Asked, and not taken on yet; as its learner sees it. */
export const aReview: Review = {
  id: 'r',
  project: { id: 'p', title: 'Shortener' },
  learner,
  state: 'requested',
  question: 'Is the redirect sound?',
  revision: 1,
  ballWith: 'mentor',
  ballSince: '2026-11-20T10:00:00.000Z',
  audience: { kind: 'mentor', mentorId: mira.id },
  claim: null,
  promisedBy: '2026-11-27T10:00:00.000Z',
  away: null,
  requestedAt: '2026-11-20T10:00:00.000Z',
  version: 1,
  snapshot,
  revisions: [{ number: 1, createdAt: '2026-11-20T10:00:00.000Z', commit: null }],
  verdicts: [],
  events: [],
  abilities: { ...nothing, resubmit: true, ask: false, withdraw: true, thank: false, reopen: false },
  ahead: 0,
  usualWaitHours: null,
};
