import {
  type AwaySpan,
  decideReview,
  isAway,
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
import { awayOf, Reviewer, type ReviewerRecord } from './reviewers.model.js';
import { ReviewEventEntry, type ReviewEventRecord, type ReviewRecord } from './reviews.model.js';
import { Revision, type RevisionRecord } from './revisions.model.js';
import { usualWaitHours } from './usual-wait.js';
import { Verdict, type VerdictRecord } from './verdicts.model.js';
import { findAsked } from './who-reviews.js';

const mostEvents = 200;

/** Whose promise counts: who has it, or who alone was asked. */
const promiserOf = ({ claim, audience }: ReviewRecord) =>
  claim?.mentorId ?? (audience.kind === 'mentor' ? audience.mentorId : undefined);

/** What is known of when a review is answered. */
interface Expected {
  promiseDays: number | null;
  away: readonly AwaySpan[];
  /** Of whose days those are, and the last day on which they are away, if they are. */
  awayNow: { mentorId: string; until: string } | null;
}

const nothingSaid: Expected = { promiseDays: null, away: [], awayNow: null };

function expectedOf(reviewer: ReviewerRecord, now: Date): Expected {
  const { _id, promiseDays, away } = reviewer;
  const awayNow = away && isAway([away], now) ? { mentorId: String(_id), until: away.to } : null;
  return { promiseDays, away: awayOf(reviewer), awayNow };
}

/** What each of these reviews' reviewers said of when they answer, by the review. */
export async function findPromises(
  reviews: readonly ReviewRecord[],
  now: Date,
): Promise<ReadonlyMap<string, Expected>> {
  const ids = reviews.flatMap((review) => promiserOf(review) ?? []);
  const found = await Reviewer.find({ _id: mongoose.trusted({ $in: ids }) }).lean<ReviewerRecord[]>();
  const byId = new Map(found.map((reviewer) => [String(reviewer._id), expectedOf(reviewer, now)]));
  return new Map(reviews.map((review) => [String(review._id), byId.get(promiserOf(review) ?? '') ?? nothingSaid]));
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
  const promises = known ?? (await findPromises(reviews, now));
  const expectedFor = ({ _id }: ReviewRecord) => promises.get(String(_id)) ?? nothingSaid;
  const away = reviews.flatMap((review) => expectedFor(review).awayNow ?? []);
  const people = await findPeople([
    ...reviews.map(({ learnerId }) => learnerId),
    ...mentors,
    ...away.map(({ mentorId }) => new mongoose.Types.ObjectId(mentorId)),
  ]);
  return reviews.map((review) => {
    const { _id, projectId, learnerId, title, claim } = review;
    const personOf = (id: unknown) => people.get(String(id)) ?? formerMember(id);
    const { promiseDays, away: spans, awayNow } = expectedFor(review);
    const end = promisedBy(review, promiseDays, spans);
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
      away: end && awayNow ? { mentor: personOf(awayNow.mentorId), until: awayNow.until } : null,
      requestedAt: review.requestedAt.toISOString(),
      version: review.version,
    };
  });
}

type Ability = keyof ReviewAnswer['abilities'];
const abilities = Object.keys(ReviewAbilities.shape) as Ability[];

/** What an ability lets do: `verdict` stands for all three that there are. */
const actOf = (ability: Ability): ReviewActKind => (ability === 'verdict' ? 'approve' : ability);

function abilitiesOf(review: ReviewRecord, viewerId: string, { promiseDays, away }: Expected, at: Date) {
  const standing = standingOf(review);
  // Which revision a verdict is about is said when it is given.
  const act = { actorId: viewerId, at, promiseDays, away, revision: review.revision };
  const may = (kind: ReviewActKind) => 'event' in decideReview(standing, { ...act, kind });
  return Object.fromEntries(abilities.map((name) => [name, may(actOf(name))])) as ReviewAnswer['abilities'];
}

/** A whole review for who may read it; that has been decided before. */
export async function reviewAnswer(record: ReviewRecord, viewerId: string, now: Date): Promise<ReviewAnswer> {
  const review = asOf(record, now);
  const { _id: reviewId, learnerId, audience } = review;
  const promises = await findPromises([review], now);
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
    abilities: abilitiesOf(review, viewerId, promises.get(String(reviewId)) ?? nothingSaid, now),
    ahead: isAsking && review.state === 'requested' ? await placeInQueue(review, asked) : null,
    usualWaitHours: isAsking ? await usualWaitHours(asked) : null,
  };
}
