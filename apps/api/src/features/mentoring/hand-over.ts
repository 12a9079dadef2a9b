import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { getAccount } from '../accounts/account-answer.js';
import { findPeople } from '../accounts/find-people.js';
import { meetingParts } from '../meetings/markdown-of-meetings.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { enrolmentAnswer } from '../progress/way-of.js';
import { Project } from '../projects/projects.model.js';
import { asOf } from '../reviews/keep-review.js';
import { Review, type ReviewRecord } from '../reviews/reviews.model.js';
import { Verdict, type VerdictRecord } from '../reviews/verdicts.model.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { figuresOf } from '../transfer/markdown-of-way.js';
import { plainLine, quoted } from '../transfer/markdown-text.js';
import { rowsOf } from '../transfer/part.js';
import { Grant, type GrantRecord } from './grants.model.js';
import { sharedNotesPart } from './hand-over-notes.js';
import { attentionLine, everything, partOf, planLine, titleIn } from './hand-over-words.js';
import { rosterEntry } from './roster-entry.js';
import { told } from './told-now.js';

const keptMs = 30 * 86_400_000;
const mostOpen = 100;

interface Moment {
  /** The learner's day. */
  today: string;
  now: Date;
}

/** A grant of the learner's that a hand-over can be written of: live, paused, or ended less than thirty days ago. */
export async function getHandedOver(id: string, learnerId: string, now: Date): Promise<GrantRecord> {
  const grant = await Grant.findOne({ _id: id, learnerId }).lean<GrantRecord>();
  const isOver = grant?.endedAt && now.getTime() - grant.endedAt.getTime() > keptMs;
  if (!grant || isOver) throw new Problem('not-found');
  return grant;
}

/** Where a learner stands with one mentor, in their own words, for whoever comes next: one document, part by part. */
export async function* handOver(deps: Deps, grant: GrantRecord, { today, now }: Moment): AsyncGenerator<string> {
  const roadmap = getRoadmap(deps, grant.roadmap);
  const { name } = await getAccount(String(grant.learnerId));
  const mentor = plainLine((await findPeople([grant.mentorId])).get(String(grant.mentorId))?.name ?? 'a former member');
  yield `# ${plainLine(name)}: where I stand on ${plainLine(roadmap.title)}\n\n`;
  yield `Written by Waymark on ${today}, for whoever goes on where ${mentor} was.\n`;

  const record = await Enrolment.findOne({ _id: grant.enrolmentId }).lean<EnrolmentRecord>();
  if (record) {
    const enrolment = enrolmentAnswer(roadmap, record, today);
    yield partOf('Where I stand', [figuresOf(enrolment.summary), '', planLine(enrolment)], '');
    const learning = roadmap.topics.filter(({ id }) => enrolment.topics[id]?.state === 'learning');
    const lines = learning.map(({ id }) => `- ${titleIn(roadmap, id)}${sinceOf(enrolment.topics[id]?.updatedAt)}`);
    yield partOf('What I am on', lines, 'Nothing is marked as learning.');
    const entry = rosterEntry({ consent: everything }, record, today);
    const still = (told.ofLearner({ entry }, today) ?? []).map((each) => attentionLine(roadmap, each, today));
    yield partOf('What stands still', still, 'Nothing stands out.');
  }
  yield* meetingParts(deps, grant);
  if (grant.consent.notes) yield* sharedNotesPart(grant, roadmap);
  yield partOf('Reviews that are open', await openReviews(grant, now), 'None.');
  yield* verdictsOf(grant, mentor, (topicId) => titleIn(roadmap, topicId));
}

const sinceOf = (at: string | null | undefined) => (at ? `, since ${at.slice(0, 10)}` : '');

const states: Partial<Record<ReviewRecord['state'], string>> = {
  requested: 'waits for a reviewer',
  in_review: 'somebody is at it',
  changes_requested: 'changes are asked for',
  commented: 'was answered with comments',
  parked: 'is parked',
};

async function openReviews({ learnerId }: GrantRecord, now: Date): Promise<string[]> {
  const found = await Review.find({ learnerId, isOpen: true })
    .sort({ ballSince: 1, _id: 1 })
    .limit(mostOpen)
    .lean<ReviewRecord[]>();
  return found
    .map((review) => asOf(review, now))
    .map(({ title, question, state, ballSince }) => {
      const how = `${states[state] ?? state} since ${ballSince.toISOString().slice(0, 10)}`;
      return `- ${plainLine(title)}: ${plainLine(question)} (${how})`;
    });
}

const decisions = { approved: 'approved it', changes_requested: 'asked for changes', commented: 'commented' } as const;

/** What this mentor confirmed, topic by topic, and what they wrote, verdict by verdict. */
async function* verdictsOf(
  { learnerId, mentorId, roadmap }: GrantRecord,
  mentor: string,
  titleOf: (topicId: string) => string,
): AsyncGenerator<string> {
  const theirs = { learnerId, reviewerId: mentorId };
  const confirmed = new Map<string, string>();
  const projectIds: mongoose.Types.ObjectId[] = [];
  for await (const verdict of rowsOf<VerdictRecord>(Verdict.find(theirs).sort({ _id: 1 }))) {
    projectIds.push(verdict.projectId);
    for (const topic of verdict.topics) {
      if (topic.roadmap !== roadmap) continue;
      if (topic.verdict === 'met') confirmed.set(topic.topicId, verdict.at.toISOString().slice(0, 10));
    }
  }
  const met = [...confirmed].map(([topicId, day]) => `- ${titleOf(topicId)}, on ${day}`);
  yield partOf(`What ${mentor} confirmed`, met, 'Nothing yet.');
  const found = await Project.find({ _id: mongoose.trusted({ $in: projectIds }) }, { title: 1 }).lean();
  const titles = new Map(found.map(({ _id, title }) => [String(_id), title]));
  yield partOf(`What ${mentor} wrote`, [], met.length + projectIds.length === 0 ? 'Nothing yet.' : '');
  for await (const { projectId, at, decision, text } of rowsOf<VerdictRecord>(Verdict.find(theirs).sort({ _id: 1 }))) {
    const title = plainLine(titles.get(String(projectId)) ?? 'A project');
    yield `\n### ${title}\n\nOn ${at.toISOString().slice(0, 10)} ${mentor} ${decisions[decision]}:\n\n${quoted(text)}\n`;
  }
}
