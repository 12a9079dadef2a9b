import mongoose from 'mongoose';
import { keyOf, Notification } from '../notifications/notifications.model.js';
import { HelpRequest } from './help.model.js';
import { Suggestion, Talk, TalkRead, TopicComment } from './talk.model.js';

type Id = mongoose.Types.ObjectId;

/** With a project goes what its learner asked about it. */
export async function deleteHelpWith(projectId: Id): Promise<void> {
  await HelpRequest.deleteMany({ projectId });
  await Notification.deleteMany({ about: keyOf({ kind: 'project', id: String(projectId) }) });
}

/** A member leaves for good: the talks of their own ways go. What they said as a mentor stays, without a name. */
export async function eraseTalk(memberId: Id): Promise<void> {
  const learnerId = memberId;
  await Talk.deleteMany({ learnerId });
  await TopicComment.deleteMany({ learnerId });
  await Suggestion.deleteMany({ learnerId });
  await HelpRequest.deleteMany({ learnerId });
  await TalkRead.deleteMany({ $or: [{ learnerId }, { memberId }] });
  await Notification.deleteMany({ learnerId, about: mongoose.trusted({ $regex: '^(topic|project):' }) });
  await Talk.updateMany({ told: memberId }, { $pull: { told: memberId } });
  await HelpRequest.updateMany({ told: memberId }, { $pull: { told: memberId } });
}
