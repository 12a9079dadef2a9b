import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { MentorAsk, type MentorAskRecord } from '../mentor-invitations/mentor-asks.model.js';
import { MentorInvitation, type MentorInvitationRecord } from '../mentor-invitations/mentor-invitations.model.js';
import { findCohortNames } from '../mentoring/mentoring-answers.js';
import type { AboutKind } from './about-kind.js';

const titleOf = ({ roadmaps }: Pick<Deps, 'roadmaps'>, slug: string) => roadmaps.get(slug)?.title ?? slug;

/** What is told of invitations: the cohort, or the roadmap. All are answered on one page. */
export const invitationsTold: AboutKind = {
  async find(ids, deps) {
    const found = await MentorInvitation.find({ _id: mongoose.trusted({ $in: ids }) }).lean<MentorInvitationRecord[]>();
    const cohorts = await findCohortNames(found.map(({ cohortId }) => cohortId));
    return new Map(
      found.map(({ _id, cohortId, learnerId, roadmap }) => {
        const title = cohorts.get(String(cohortId))?.name ?? titleOf(deps, roadmap);
        const learner = `mentoring/learners/${learnerId}?roadmap=${roadmap}`;
        return [String(_id), { title, path: (kind) => (kind === 'invitation-accepted' ? learner : 'mentoring') }];
      }),
    );
  },

  async findAside(id, deps) {
    const found = await MentorInvitation.findOne({ _id: id }).lean<MentorInvitationRecord>();
    return found?.cohortId ? titleOf(deps, found.roadmap) : null;
  },

  async maySee(id, memberId) {
    const found = await MentorInvitation.findOne({ _id: id }).lean<MentorInvitationRecord>();
    return found !== null && [found.mentorId, found.memberId].map(String).includes(memberId);
  },
};

export const asksTold: AboutKind = {
  async find(ids, deps) {
    const found = await MentorAsk.find({ _id: mongoose.trusted({ $in: ids }) }).lean<MentorAskRecord[]>();
    return new Map(
      found.map(({ _id, roadmap }) => [String(_id), { title: titleOf(deps, roadmap), path: () => 'mentoring' }]),
    );
  },

  async findAside() {
    return null;
  },

  async maySee(id, memberId) {
    const found = await MentorAsk.findOne({ _id: id }).lean<MentorAskRecord>();
    return found !== null && [found.mentorId, found.learnerId].map(String).includes(memberId);
  },
};
