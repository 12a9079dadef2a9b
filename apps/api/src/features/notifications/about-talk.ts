import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Grant } from '../mentoring/grants.model.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import type { AboutKind } from './about-kind.js';

/** `<account>:<roadmap>:<ordinal>`, taken apart; the topic as it is called now. */
function topicOf(id: string, { roadmaps }: Pick<Deps, 'roadmaps'>) {
  const [learnerId = '', slug = '', ordinal = ''] = id.split(':');
  const roadmap = roadmaps.get(slug);
  const topic = roadmap?.topics.find((each) => each.ordinal === Number(ordinal));
  return roadmap && topic && { learnerId, roadmap, topic };
}

/** What is told of the talk on a topic, and of help with it. */
export const topicsTold: AboutKind = {
  async find(ids, deps) {
    const found = ids.flatMap((id) => {
      const known = topicOf(id, deps);
      return known ? [[id, known] as const] : [];
    });
    return new Map(
      found.map(([id, { learnerId, roadmap, topic }]) => [
        id,
        {
          title: topic.title,
          path: (_, readerId) =>
            readerId === learnerId
              ? `roadmaps/${roadmap.slug}/topics/${topic.id}`
              : `mentoring/learners/${learnerId}?roadmap=${roadmap.slug}&topic=${topic.id}`,
        },
      ]),
    );
  },

  async findAside(id, deps) {
    return topicOf(id, deps)?.roadmap.title ?? null;
  },

  async maySee(id, memberId) {
    const [learnerId = '', roadmap = ''] = id.split(':');
    if (learnerId === memberId) return true;
    const grant = { mentorId: memberId, learnerId, roadmap, isLive: true, 'consent.progress': true };
    return (await Grant.exists(grant)) !== null;
  },
};

/** What is told of help with a project. */
export const projectsTold: AboutKind = {
  async find(ids) {
    const found = await Project.find({ _id: mongoose.trusted({ $in: ids }) }, { title: 1, learnerId: 1 }).lean<
      ProjectRecord[]
    >();
    return new Map(
      found.map(({ _id, title, learnerId }) => [
        String(_id),
        {
          title,
          path: (_, readerId) =>
            readerId === String(learnerId) ? `projects/${_id}` : `mentoring/learners/${learnerId}`,
        },
      ]),
    );
  },

  async findAside() {
    return null;
  },

  async maySee(id, memberId) {
    const project = await Project.findOne({ _id: id }, { learnerId: 1, visibility: 1 }).lean<ProjectRecord>();
    if (!project || String(project.learnerId) === memberId) return project !== null;
    const grant = { mentorId: memberId, learnerId: project.learnerId, isLive: true, 'consent.projects': true };
    return project.visibility !== 'private' && (await Grant.exists(grant)) !== null;
  },
};
