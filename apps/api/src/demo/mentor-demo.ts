import { dayIn, type Roadmap } from '@waymark/contract';
import mongoose from 'mongoose';
import { transact } from '../database/transact.js';
import type { Deps } from '../deps.js';
import { Enrolment, type EnrolmentRecord } from '../features/progress/progress.model.js';
import { stateCode } from '../features/progress/way-of.js';
import { Project, type ProjectRecord } from '../features/projects/projects.model.js';
import { askForReview } from '../features/reviews/ask-for-review.js';
import { changeReviewer } from '../features/reviews/change-reviewer.js';
import { claimReview } from '../features/reviews/claim-review.js';
import { giveVerdict } from '../features/reviews/give-verdict.js';
import { getTopic } from '../features/roadmaps/find-topic.js';
import { askForHelp } from '../features/talk/keep-help.js';
import { talkId } from '../features/talk/talk.model.js';
import { sayOnTopic } from '../features/talk/topic-comments.js';
import { demoMentor } from './demo-people.js';

interface Filled {
  roadmap: Roadmap;
  mentorId: string;
  /** In the order in which the demo lists them. */
  learners: readonly { id: string; zone: string }[];
}

const hourMs = 3_600_000;
const promiseDays = 5;
/** Hours ago: one is late by then, one is within the promise. */
const openSince = [6 * 24, 30];
const mostConfirmed = 4;
const questions = [
  'Is one index enough here, or do I need one for each query?',
  'How would you test that a link expires?',
  'Does the error a client reads say too much?',
  'Would you split this route?',
  'What would you look at first?',
];

/** What has passed between the mentor and the learners: reviews late, due and answered, a request for help, a talk. */
export async function mentorDemo(deps: Deps, filled: Filled): Promise<void> {
  const { mentorId } = filled;
  const at = (hoursAgo: number) => new Date(deps.now().getTime() - hoursAgo * hourMs);
  const asReviewer = { memberId: mentorId, timeZone: demoMentor.zone, now: at(300 * 24) };
  await transact(deps.connection, () =>
    changeReviewer(asReviewer, { promiseDays, capacity: 5, inPool: false, isNamed: false }),
  );
  const shown = await finishedProjects(filled.learners, at(8 * 24));
  for (const [place, project] of shown.slice(0, openSince.length + mostConfirmed).entries()) {
    const hours = openSince[place];
    const question = questions[place % questions.length] ?? '';
    if (hours !== undefined) await ask(deps, filled, project, question, at(hours));
    else await confirm(deps, filled, project, question);
  }
  await talk(deps, filled, at);
}

/** One of each learner that mentors may see and that rests since `before`, by its learner's place in the list. */
async function finishedProjects(learners: Filled['learners'], before: Date): Promise<ProjectRecord[]> {
  const ids = learners.map(({ id }) => new mongoose.Types.ObjectId(id));
  const found = await Project.find({
    learnerId: mongoose.trusted({ $in: ids }),
    build: 'finished',
    visibility: mongoose.trusted({ $ne: 'private' }),
    'covers.0': mongoose.trusted({ $exists: true }),
    updatedAt: mongoose.trusted({ $lt: before }),
  })
    .sort({ updatedAt: -1 })
    .lean<ProjectRecord[]>();
  return learners.flatMap(({ id }) => found.find(({ learnerId }) => String(learnerId) === id) ?? []);
}

function ask(deps: Deps, { mentorId }: Filled, project: ProjectRecord, question: string, now: Date) {
  const asking = { projectId: String(project._id), learnerId: String(project.learnerId), question, now };
  return transact(deps.connection, () => askForReview({ ...asking, audience: { kind: 'mentor', mentorId } }));
}

/** Asked the day after the project was last touched, and answered two days later. */
async function confirm(deps: Deps, filled: Filled, project: ProjectRecord, question: string): Promise<void> {
  const after = (hours: number) => new Date(project.updatedAt.getTime() + hours * hourMs);
  const review = await ask(deps, filled, project, question, after(24));
  const on = (hours: number) => ({ id: String(review._id), memberId: filled.mentorId, now: after(hours) });
  await transact(deps.connection, () => claimReview(on(71)));
  const topics = project.covers.map(({ roadmap, topicId }, place) => ({
    roadmap,
    topicId,
    verdict: place < 3 ? ('met' as const) : ('partly' as const),
    text: place < 3 ? 'It does what you say it does, and the tests would notice if not.' : 'One case is missing yet.',
  }));
  const text = 'Read it from the tests inwards: easy to follow. Keep the error messages as they are.';
  const words = { decision: 'approved' as const, text, topics, requirements: [] };
  await transact(deps.connection, () => giveVerdict(deps, on(72), words));
}

/** The first two who are on a topic: one has a talk with the mentor, the other asks for help. */
async function talk(deps: Deps, { learners, mentorId, roadmap }: Filled, at: (hoursAgo: number) => Date) {
  const [talking, asking] = await learning(roadmap, learners);
  if (asking) {
    const now = at(52);
    const about = { kind: 'topic' as const, roadmap: roadmap.slug, topicId: asking.topicId };
    const sentence = 'I can follow each step, but not why they come in this order.';
    const learnerId = asking.id;
    await transact(deps.connection, () =>
      askForHelp(deps, { learnerId, about, sentence, today: dayIn(asking.zone, now), now }),
    );
  }
  if (!talking) return;
  const topic = getTopic(roadmap, talking.topicId);
  const place = { learnerId: talking.id, roadmap, topic, id: talkId(talking.id, roadmap.slug, topic.ordinal) };
  const say = (viewerId: string, text: string, hoursAgo: number) =>
    transact(deps.connection, () => sayOnTopic({ ...place, viewerId }, text, at(hoursAgo)));
  await say(mentorId, 'What would break first if ten people did this at once?', 70);
  await say(talking.id, 'The counter, I think: both would read the same number.', 44);
}

async function learning(roadmap: Roadmap, learners: Filled['learners']) {
  const ids = learners.map(({ id }) => new mongoose.Types.ObjectId(id));
  const ways = await Enrolment.find({ learnerId: mongoose.trusted({ $in: ids }) }).lean<EnrolmentRecord[]>();
  return learners.flatMap((learner) => {
    const way = ways.find(({ learnerId }) => String(learnerId) === learner.id);
    const topic = roadmap.topics.find(({ ordinal }) => way?.states[ordinal] === stateCode('learning'));
    return topic ? [{ ...learner, topicId: topic.id }] : [];
  });
}
