import type { Brief, Roadmap } from '@waymark/contract';
import { type Draft, emptyDraft } from './draft';

/** `backend/http` as a link carries it; null for what is no such pair. */
export function parseKey(param: string | null): { roadmap: string; id: string } | null {
  const [, roadmap, id] = /^([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(param ?? '') ?? [];
  return roadmap && id ? { roadmap, id } : null;
}

export function briefOf(roadmaps: readonly Roadmap[], briefId: string | null, slug?: string): Brief | null {
  const found = roadmaps.filter((roadmap) => !slug || roadmap.slug === slug).flatMap((roadmap) => roadmap.briefs);
  return found.find((brief) => brief.id === briefId) ?? null;
}

/** What a new project begins with: a brief's title and topics, or the topic that one came from. */
export function initialDraft(
  brief: (Brief & { roadmap: string }) | null,
  topic: { roadmap: string; id: string } | null,
): Draft {
  const fromBrief = brief?.covers.map((topicId) => ({ roadmap: brief.roadmap, topicId, where: '' })) ?? [];
  const fromTopic = topic ? [{ roadmap: topic.roadmap, topicId: topic.id, where: '' }] : [];
  const covers = [
    ...fromBrief,
    ...fromTopic.filter((each) => !fromBrief.some((cover) => cover.topicId === each.topicId)),
  ];
  return { ...emptyDraft, covers, ...(brief && { title: brief.title, briefId: brief.id }) };
}
