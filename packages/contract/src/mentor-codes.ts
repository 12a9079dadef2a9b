import { z } from 'zod';
import { JoinCode } from './cohorts.js';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Consent } from './grants.js';
import { LetIn } from './mentor-invitations.js';
import { Person } from './people.js';
import { Slug } from './roadmaps.js';

/** A code that lets learners choose me as their mentor, without a cohort. */
export const MentorCode = z.strictObject({
  id: Id,
  code: z.string(),
  roadmap: Slug,
  uses: z.int(),
  usesLeft: z.int(),
  createdAt: Instant,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
});
export type MentorCode = z.infer<typeof MentorCode>;

/** What a code of either kind leads to, before anybody consents. */
export const CodePreview = z.strictObject({
  kind: z.enum(['cohort', 'mentor']),
  /** The cohort's; `null`: it is one mentor's own code. */
  name: z.string().nullable(),
  roadmap: Slug,
  mentors: z.array(Person),
});
export type CodePreview = z.infer<typeof CodePreview>;

export const mentorCodes = {
  listMentorCodes: endpoint('listMentorCodes', {
    summary: 'My codes, the newest first',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery,
    answer: pageOf(MentorCode),
    problems: [],
  }),
  createMentorCode: endpoint('createMentorCode', {
    summary: 'A code with which learners choose me as their mentor',
    access: 'member',
    scope: 'mentoring:write',
    body: z.strictObject({
      roadmap: Slug,
      uses: z.int().min(1, 'At least one').max(500, 'At most 500'),
      expiresInDays: z.int().min(1, 'At least a day').max(90, 'At most 90 days'),
    }),
    answer: MentorCode,
    statuses: [201],
    problems: ['too-many-requests'],
  }),
  revokeMentorCode: endpoint('revokeMentorCode', {
    summary: 'End the code: nobody else can use it',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
  previewCode: endpoint('previewCode', {
    summary: 'What a code leads to, a cohort’s or a mentor’s',
    access: 'member',
    idempotent: false,
    body: z.strictObject({ code: JoinCode }),
    answer: CodePreview,
    problems: ['code-unknown', 'too-many-requests'],
  }),
  acceptCode: endpoint('acceptCode', {
    summary: 'Use a code of either kind, sharing what I say',
    access: 'member',
    body: z.strictObject({ code: JoinCode, consent: Consent }),
    answer: LetIn,
    statuses: [201],
    problems: [
      'code-unknown',
      'already-joined',
      'already-mentored',
      'own-cohort',
      'own-invitation',
      'too-many-requests',
    ],
  }),
};
