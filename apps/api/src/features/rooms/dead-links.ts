import type { DeadLink as DeadLinkAnswer, Roadmap, Topic } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { DeadLink } from './dead-links.model.js';

function getResource(topic: Topic, resourceId: string) {
  const resource = topic.resources.find(({ id }) => id === resourceId);
  if (!resource) throw new Problem('not-found');
  return resource;
}

interface Report {
  learnerId: string;
  roadmap: Roadmap;
  topic: Topic;
  resourceId: string;
}

const keyOf = ({ learnerId, roadmap, topic, resourceId }: Report) => ({
  learnerId,
  roadmap: roadmap.slug,
  ordinal: topic.ordinal,
  resourceId,
});

/** Reports a link; once reported it stays as it was, unless the roadmap has named another address since. */
export async function reportDeadLink(report: Report, day: string): Promise<void> {
  const { url } = getResource(report.topic, report.resourceId);
  const before = await DeadLink.findOne(keyOf(report), { url: 1 }).lean();
  if (before?.url === url) return;
  await DeadLink.updateOne(keyOf(report), { $set: { url, day, dismissedAt: null } }, { upsert: true });
}

export async function withdrawDeadLink(report: Report): Promise<void> {
  getResource(report.topic, report.resourceId);
  await DeadLink.deleteOne(keyOf(report));
}

/** The resources of one topic that this learner has reported, as long as they lead where they led then. */
export async function findReported(learnerId: string, roadmap: Roadmap, topic: Topic): Promise<string[]> {
  const found = await DeadLink.find({ learnerId, roadmap: roadmap.slug, ordinal: topic.ordinal }).lean();
  return topic.resources
    .filter(({ id, url }) => found.some((each) => each.resourceId === id && each.url === url))
    .map(({ id }) => id);
}

interface Group {
  _id: { roadmap: string; ordinal: number; resourceId: string; url: string };
  reports: number;
  firstDay: string;
  lastDay: string;
}

/** What an owner has yet to look at, the most reported first: the links, and never who reported them. */
export async function listDeadLinks(deps: Pick<Deps, 'roadmaps'>): Promise<DeadLinkAnswer[]> {
  const groups = await DeadLink.aggregate<Group>([
    { $match: { dismissedAt: null } },
    {
      $group: {
        _id: { roadmap: '$roadmap', ordinal: '$ordinal', resourceId: '$resourceId', url: '$url' },
        reports: { $sum: 1 },
        firstDay: { $min: '$day' },
        lastDay: { $max: '$day' },
      },
    },
    { $sort: { reports: -1, lastDay: -1, '_id.roadmap': 1, '_id.ordinal': 1, '_id.resourceId': 1 } },
  ]);
  return groups.flatMap(({ _id, ...figures }) => {
    const topic = deps.roadmaps.get(_id.roadmap)?.topics.find(({ ordinal }) => ordinal === _id.ordinal);
    const resource = topic?.resources.find(({ id, url }) => id === _id.resourceId && url === _id.url);
    // Mended since: the roadmap names another address, or the resource is gone.
    if (!topic || !resource) return [];
    const { id: resourceId, title, url } = resource;
    return [{ roadmap: _id.roadmap, topicId: topic.id, resourceId, topic: topic.title, title, url, ...figures }];
  });
}

/** Puts the reports of a link away. Who reports it after that is heard again. */
export async function dismissDeadLink(roadmap: Roadmap, topic: Topic, resourceId: string, now: Date): Promise<void> {
  const open = { roadmap: roadmap.slug, ordinal: topic.ordinal, resourceId, dismissedAt: null };
  const { modifiedCount } = await DeadLink.updateMany(open, { $set: { dismissedAt: now } });
  if (modifiedCount === 0) throw new Problem('not-found');
}
