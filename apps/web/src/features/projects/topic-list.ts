import type { Cover, Roadmap } from '@waymark/contract';
import { markOf } from '@waymark/contract/rules';
import type { MarkKind } from '../../ui/mark';
import { keyOf, type TopicsByRoadmap } from './proof-outlook';

/** A topic as the picker and the lists of this feature show it. */
export interface KnownTopic {
  key: string;
  roadmap: string;
  roadmapTitle: string;
  topicId: string;
  title: string;
  /** Where it stands: its section, and its roadmap when there are several. */
  place: string;
  mark: MarkKind;
}

/** Every topic of `roadmaps` in walking order, a choice's options in the place of the choice. */
export function knownTopics(roadmaps: readonly Roadmap[], topics: TopicsByRoadmap): KnownTopic[] {
  return roadmaps.flatMap((roadmap) => {
    const byId = new Map(roadmap.topics.map((topic) => [topic.id, topic]));
    const options = new Map(roadmap.choices.map((choice) => [choice.id, choice.options]));
    return roadmap.stages.flatMap((stage) =>
      stage.sections.flatMap((section) =>
        section.items
          .flatMap((item) => options.get(item) ?? [item])
          .flatMap((topicId) => {
            const topic = byId.get(topicId);
            if (!topic) return [];
            const place = roadmaps.length > 1 ? `${roadmap.title}, ${section.title}` : section.title;
            const mark = markOf(topics[roadmap.slug]?.[topicId]);
            return {
              key: keyOf({ roadmap: roadmap.slug, topicId }),
              roadmap: roadmap.slug,
              roadmapTitle: roadmap.title,
              topicId,
              title: topic.title,
              place,
              mark,
            };
          }),
      ),
    );
  });
}

/** Every word of the query somewhere in title or place; titles that begin with it come first. */
export function findTopics(topics: readonly KnownTopic[], query: string): KnownTopic[] {
  const plain = (text: string) => text.toLocaleLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const words = plain(query).split(/\s+/).filter(Boolean);
  const rank = (topic: KnownTopic) => {
    const title = plain(topic.title);
    if (title.startsWith(plain(query.trim()))) return 0;
    return words.every((word) => title.includes(word)) ? 1 : 2;
  };
  return topics
    .filter((topic) => words.every((word) => plain(`${topic.title} ${topic.place}`).includes(word)))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** The title of a covered topic; its id when the roadmap is not here (any more). */
export function titleOf(topics: readonly KnownTopic[], cover: Pick<Cover, 'roadmap' | 'topicId'>): string {
  const key = keyOf(cover);
  return topics.find((topic) => topic.key === key)?.title ?? cover.topicId;
}

/** Their titles for a sentence, each with its roadmap where two are called the same. */
export function titlesOf(
  topics: readonly KnownTopic[],
  covers: readonly Pick<Cover, 'roadmap' | 'topicId'>[],
): string[] {
  const titles = covers.map((cover) => titleOf(topics, cover));
  return covers.map((cover, place) => {
    const title = titles[place] ?? cover.topicId;
    const isAlone = titles.filter((each) => each === title).length === 1;
    const roadmap = topics.find((topic) => topic.key === keyOf(cover))?.roadmapTitle;
    return isAlone || !roadmap ? title : `${title} (${roadmap})`;
  });
}
