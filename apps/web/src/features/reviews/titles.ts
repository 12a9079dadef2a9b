import type { Roadmap } from '@waymark/contract';

/** A topic's title; its id, until its roadmap has come or where it is there no more. */
export type TitleOf = (roadmap: string, topicId: string) => string;

export function titlesFrom(roadmaps: readonly Roadmap[]): TitleOf {
  return (slug, topicId) =>
    roadmaps.find((roadmap) => roadmap.slug === slug)?.topics.find(({ id }) => id === topicId)?.title ?? topicId;
}
