import { isSubmitted } from '@waymark/contract';
import mongoose from 'mongoose';
import { aboutReview, Notification } from '../notifications/notifications.model.js';
import { tellMembers } from '../notifications/tell-members.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { Review, type ReviewRecord } from '../reviews/reviews.model.js';

type Id = mongoose.Types.ObjectId;

/**
 * Tells a learner that a link of what they sent for review is dead and its grace over, in the transaction around it.
 * `false` where it is nobody's matter: the project was never sent, or was put away.
 */
export async function tellOfDeadLink(projectId: Id, at: Date): Promise<boolean> {
  const project = await Project.findOne({ _id: projectId }).lean<ProjectRecord>();
  if (!project || !isSubmitted(project)) return false;
  const review = await Review.findOne({ projectId }).sort({ _id: -1 }).lean<ReviewRecord>();
  if (!review) return false;
  const { _id, learnerId } = review;
  await tellMembers({ about: aboutReview(_id), learnerId, kind: 'dead-link', actorId: null, at }, [String(learnerId)]);
  return true;
}

/** It was mended before they read of it. What was told of the review beside it stays unread. */
export async function settleDeadLink(projectId: Id, memberId: Id): Promise<void> {
  const reviews = await Review.distinct('_id', { projectId });
  await Notification.updateMany(
    {
      memberId,
      about: mongoose.trusted({ $in: reviews.map(aboutReview) }),
      isUnread: true,
      kind: 'dead-link',
      count: 1,
    },
    { $set: { isUnread: false } },
  );
}
