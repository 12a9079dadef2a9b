import {
  decideReview,
  promisedBy,
  ReviewAbilities,
  type ReviewActKind,
  type Review as ReviewAnswer,
  type ReviewCard,
} from '@waymark/contract';
import mongoose from 'mongoose';
import { findPeople, formerMember } from '../accounts/find-people.js';
import { asOf, standingOf } from './keep-review.js';
import { placeInQueue } from './place-in-queue.js';
import { Reviewer, type ReviewerRecord } from './reviewers.model.js';
import { ReviewEventEntry, type ReviewEventRecord, type ReviewRecord } from './reviews.model.js';
import { Revision, type RevisionRecord } from './revisions.model.js';
import { usualWaitHours } from './usual-wait.js';
import { Verdict, type VerdictRecord } from './verdicts.model.js';
import { findAsked } from './who-reviews.js';

const mostEvents = 200;

/** Whose promise counts: who has it, or who alone was asked. */
const promiserOf = ({ claim, audience }: ReviewRecord) =>
  claim?.mentorId ?? (audience.kind === 'mentor' ? audience.mentorId : undefined);

/** In how many days each of these reviews' reviewers said that they answer; what nobody said is not among them. */
export async function findPromises(reviews: readonly ReviewRecord[]): Promise<ReadonlyMap<string, number | null>> {
  const ids = reviews.flatMap((review) => promiserOf(review) ?? []);
  const found = await Reviewer.find({ _id: mongoose.trusted({ $in: ids }) }).lean<ReviewerRecord[]>();
  const byId = new Map(found.map(({ _id, promiseDays }) => [String(_id), promiseDays]));
  return new Map(reviews.map((review) => [String(review._id), byId.get(promiserOf(review) ?? '') ?? null]));
}

type Promises = Awaited<ReturnType<typeof findPromises>>;

/** `known`: what was read of their promises already. */
export async function cardAnswers(
  records: readonly ReviewRecord[],
  now: Date,
  known?: Promises,
): Promise<ReviewCard[]> {
  const reviews = records.map((record) => asOf(record, now));
  const mentors = reviews.flatMap(({ claim }) => (claim ? new mongoose.Types.ObjectId(claim.mentorId) : []));
  const people = await findPeople([...reviews.map(({ learnerId }) => learnerId), ...mentors]);
  const promises = known ?? (await findPromises(reviews));
  return reviews.map((review) => {
    const { _id, projectId, learnerId, title, claim } = review;
    const personOf = (id: unknown) => people.get(String(id)) ?? formerMember(id);
    const end = promisedBy(review, promises.get(String(_id)));
    return {
      id: String(_id),
      project: { id: String(projectId), title },
      learner: personOf(learnerId),
      state: review.state,
      question: review.question,
      revision: review.revision,
      ballWith: review.ballWith,
      ballSince: review.ballSince.toISOString(),
      audience: review.audience,
      claim: claim && { mentor: personOf(claim.mentorId), until: claim.until.toISOString() },
      promisedBy: end?.toISOString() ?? null,
      requestedAt: review.requestedAt.toISOString(),
      version: review.version,
    };
  });
}

type Ability = keyof ReviewAnswer['abilities'];
const abilities = Object.keys(ReviewAbilities.shape) as Ability[];

/** What an ability lets do: `verdict` stands for all three that there are. */
const actOf = (ability: Ability): ReviewActKind => (ability === 'verdict' ? 'approve' : ability);

function abilitiesOf(review: ReviewRecord, viewerId: string, promiseDays: number | null, at: Date) {
  const standing = standingOf(review);
  // Which revision a verdict is about is said when it is given.
  const act = { actorId: viewerId, at, promiseDays, revision: review.revision };
  const may = (kind: ReviewActKind) => 'event' in decideReview(standing, { ...act, kind });
  return Object.fromEntries(abilities.map((name) => [name, may(actOf(name))])) as ReviewAnswer['abilities'];
}

/** A whole review for who may read it; that has been decided before. */
export async function reviewAnswer(record: ReviewRecord, viewerId: string, now: Date): Promise<ReviewAnswer> {
  const review = asOf(record, now);
  const { _id: reviewId, learnerId, audience } = review;
  const promises = await findPromises([review]);
  const [card] = await cardAnswers([review], now, promises);
  const revisions = await Revision.find({ reviewId }).sort({ number: 1 }).lean<RevisionRecord[]>();
  const snapshot = revisions.at(-1)?.snapshot;
  if (!card || !snapshot) throw new Error('a review has a card and a revision');
  const verdicts = await Verdict.find({ reviewId }).sort({ _id: 1 }).lean<VerdictRecord[]>();
  const events = await ReviewEventEntry.find({ reviewId })
    .sort({ place: -1 })
    .limit(mostEvents)
    .lean<ReviewEventRecord[]>();
  const actors = events.flatMap(({ actorId }) => (actorId ? new mongoose.Types.ObjectId(actorId) : []));
  const people = await findPeople([...actors, ...verdicts.map(({ reviewerId }) => reviewerId)]);
  const personOf = (id: unknown) => people.get(String(id)) ?? null;
  const isAsking = String(learnerId) === viewerId && review.ballWith === 'mentor';
  const asked = isAsking ? await findAsked(audience, viewerId) : null;
  return {
    ...card,
    snapshot,
    revisions: revisions.map(({ number, createdAt, commit }) => ({
      number,
      createdAt: createdAt.toISOString(),
      commit,
    })),
    verdicts: verdicts.map(({ revision, decision, text, topics, requirements, at, reviewerId }) => ({
      ...{ revision, decision, text, topics, requirements },
      at: at.toISOString(),
      reviewer: personOf(reviewerId),
    })),
    events: events
      .toReversed()
      .map(({ kind, at, actorId, revision }) => ({ kind, at: at.toISOString(), by: personOf(actorId), revision })),
    abilities: abilitiesOf(review, viewerId, promises.get(String(reviewId)) ?? null, now),
    ahead: isAsking && review.state === 'requested' ? await placeInQueue(review, asked) : null,
    usualWaitHours: isAsking ? await usualWaitHours(asked) : null,
  };
}
