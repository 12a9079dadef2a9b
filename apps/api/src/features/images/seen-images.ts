import { imageNamesIn } from '@waymark/contract';
import mongoose from 'mongoose';
import { Account } from '../accounts/accounts.model.js';
import { Grant } from '../mentoring/grants.model.js';
import type { ProjectRecord } from '../projects/projects.model.js';
import { Review, type ReviewRecord } from '../reviews/reviews.model.js';
import { Revision, type RevisionRecord } from '../reviews/revisions.model.js';
import { mayRead } from '../reviews/who-reviews.js';
import { anyone, type Viewing } from './image-address.js';

/** The names that somebody sees. `all`: it is their own project. `null`: to them there is no such project. */
type Seen = 'all' | ReadonlySet<string> | null;

const absent = mongoose.trusted({ $exists: false });

const isHere = (accountId: string) => Account.exists({ _id: accountId, disabledAt: absent, eraseAfter: absent });

/** What the reviews show that a member may read, a project as it was then; `null` where they may read none. */
async function seenInReviews({ _id: projectId }: ProjectRecord, memberId: string): Promise<string[] | null> {
  const reviews = await Review.find({ projectId }).lean<ReviewRecord[]>();
  const readable: ReviewRecord['_id'][] = [];
  for (const review of reviews) if (await mayRead(review, memberId)) readable.push(review._id);
  if (readable.length === 0) return null;
  const made = await Revision.find(
    { projectId, reviewId: mongoose.trusted({ $in: readable }) },
    { 'snapshot.writeUp': 1 },
  ).lean<Pick<RevisionRecord, 'snapshot'>[]>();
  return made.flatMap(({ snapshot }) => imageNamesIn(snapshot.writeUp));
}

/**
 * Which images of a project somebody may see at this moment. Others see those that a write-up shows them, and never
 * what was taken out of it or is yet to be put in; of a private project nobody sees any.
 */
export async function seenImages(project: ProjectRecord, viewing: Viewing): Promise<Seen> {
  const { learnerId, visibility, isArchived, writeUp } = project;
  if (viewing === anyone) {
    const isOpen = (visibility === 'unlisted' || visibility === 'public') && !isArchived;
    return isOpen && (await isHere(String(learnerId))) ? new Set(imageNamesIn(writeUp)) : null;
  }
  if (!(await isHere(viewing))) return null;
  if (String(learnerId) === viewing) return 'all';
  if (visibility === 'private') return null;
  const inReviews = await seenInReviews(project, viewing);
  // What was put away is kept from mentors, but for what its reviews show.
  const isGranted =
    !isArchived && (await Grant.exists({ mentorId: viewing, learnerId, isLive: true, 'consent.projects': true }));
  if (!inReviews && !isGranted) return null;
  return new Set([...(inReviews ?? []), ...(isGranted ? imageNamesIn(writeUp) : [])]);
}
