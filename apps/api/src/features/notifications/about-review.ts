import mongoose from 'mongoose';
import { Review, type ReviewRecord } from '../reviews/reviews.model.js';
import { Revision, type RevisionRecord } from '../reviews/revisions.model.js';
import { mayRead } from '../reviews/who-reviews.js';
import type { AboutKind } from './about-kind.js';

const getReview = (id: string) => Review.findOne({ _id: id }).lean<ReviewRecord>();

/** What is told of reviews. */
export const reviewsTold: AboutKind = {
  async find(ids) {
    const found = await Review.find({ _id: mongoose.trusted({ $in: ids }) }, { projectId: 1, title: 1 }).lean<
      Pick<ReviewRecord, '_id' | 'projectId' | 'title'>[]
    >();
    return new Map(
      found.map(({ _id, projectId, title }) => [
        String(_id),
        // What is wrong with a project is mended there.
        { title, path: (kind) => (kind === 'dead-link' ? `projects/${projectId}` : `reviews/${_id}`) },
      ]),
    );
  },

  /** The first roadmap that its project covers. */
  async findAside(id, { roadmaps }) {
    const review = await getReview(id);
    if (!review) return null;
    const { projectId, revision: number } = review;
    const found = await Revision.findOne({ projectId, number }, { 'snapshot.covers': 1 }).lean<RevisionRecord>();
    const [cover] = found?.snapshot.covers ?? [];
    return cover ? (roadmaps.get(cover.roadmap)?.title ?? cover.roadmap) : null;
  },

  async maySee(id, memberId) {
    const review = await getReview(id);
    return review !== null && mayRead(review, memberId);
  },
};
