import type { Choice, Counts, Enrolment, Roadmap, Stage, Topic, TopicProgress } from '@waymark/contract';
import { indexTopics, markOf, proposals, summarise, takenOptions, type Way } from '@waymark/contract/rules';
import type { MarkKind } from '../../ui/mark';

export type WayOfOption = 'taken' | 'proposed' | 'open';

/** A topic as it stands on the map. `option` tells how it stands within its choice. */
export interface TopicNode {
  kind: 'topic';
  id: string;
  topic: Topic;
  mark: MarkKind;
  progress: TopicProgress | null;
  isHere: boolean;
  /** Titles of what should come first and is still open. */
  after: readonly string[];
  option: { choiceId: string; way: WayOfOption; why: string | null } | null;
}

export interface ChoiceNode {
  kind: 'choice';
  id: string;
  choice: Choice;
  options: readonly TopicNode[];
  taken: readonly string[];
  /** Nothing is taken, and all its options are skipped: it has left the total. */
  isSkipped: boolean;
  isHere: boolean;
}

export type MapNode = TopicNode | ChoiceNode;

export interface SectionView {
  id: string;
  title: string;
  nodes: readonly MapNode[];
}

export interface StageView {
  stage: Stage;
  number: number;
  counts: Counts;
  /** Walked: everything it asks for is done. Here: the next step lies in it. */
  standing: 'walked' | 'here' | 'ahead';
  sections: readonly SectionView[];
}

export interface WayView {
  stages: readonly StageView[];
  /** In walking order, each choice before its options. */
  nodes: ReadonlyMap<string, MapNode>;
  placeOf: ReadonlyMap<string, { stage: Stage; section: string }>;
  /** The first of what is next. */
  here: string | null;
}

const noCounts: Counts = { required: 0, done: 0, shown: 0, confirmed: 0, percent: null };
/** The way of somebody who has done nothing yet: what a stranger sees the figures of. */
export const startingOut: Way = { choices: {}, topics: {} };

function isOpen(progress: TopicProgress | undefined): boolean {
  return progress?.state !== 'done' && progress?.state !== 'skipped';
}

function standingOf(counts: Counts, holdsNext: boolean): StageView['standing'] {
  if (holdsNext) return 'here';
  return counts.required > 0 && counts.done === counts.required ? 'walked' : 'ahead';
}

/** The roadmap with one learner's marks upon it; without an enrolment as a stranger sees it. */
export function viewOf(roadmap: Roadmap, enrolment: Enrolment | null): WayView {
  const topics = indexTopics(roadmap);
  const choices = new Map(roadmap.choices.map((choice) => [choice.id, choice]));
  const choicesMade = enrolment?.choices ?? {};
  const proposed = proposals(roadmap, choicesMade);
  const here = enrolment?.next[0] ?? null;
  const summary = enrolment?.summary ?? summarise(roadmap, startingOut);

  function topicNode(topic: Topic, option: TopicNode['option']): TopicNode {
    const progress = enrolment?.topics[topic.id];
    const openBefore = topic.prerequisites.filter((id) => isOpen(enrolment?.topics[id]));
    return {
      kind: 'topic',
      id: topic.id,
      topic,
      mark: markOf(progress),
      progress: progress ?? null,
      isHere: topic.id === here,
      after: openBefore.flatMap((id) => topics.get(id)?.title ?? []),
      option,
    };
  }

  function choiceNode(choice: Choice): ChoiceNode {
    const taken = takenOptions(choice, choicesMade);
    const offer = proposed.get(choice.id);
    const options = choice.options.flatMap((id) => {
      const topic = topics.get(id);
      if (!topic) return [];
      const isProposed = offer?.topicId === id;
      const way = taken.includes(id) ? 'taken' : isProposed ? 'proposed' : 'open';
      return topicNode(topic, { choiceId: choice.id, way, why: isProposed ? offer.why : null });
    });
    const isSkipped = taken.length === 0 && options.every((option) => option.mark === 'skipped');
    return { kind: 'choice', id: choice.id, choice, options, taken, isSkipped, isHere: choice.id === here };
  }

  function nodeOf(id: string): MapNode | null {
    const choice = choices.get(id);
    const topic = topics.get(id);
    return choice ? choiceNode(choice) : topic ? topicNode(topic, null) : null;
  }

  const stages = roadmap.stages.map((stage, place): StageView => {
    const sections = stage.sections.map((section) => ({
      id: section.id,
      title: section.title,
      nodes: section.items.flatMap((id) => nodeOf(id) ?? []),
    }));
    const counts = summary.stages[stage.id] ?? noCounts;
    const holdsNext = here !== null && sections.some(({ nodes }) => withOptions(nodes).some(({ id }) => id === here));
    return { stage, number: place + 1, counts, standing: standingOf(counts, holdsNext), sections };
  });
  return indexView(stages, here);
}

function withOptions(nodes: readonly MapNode[]): MapNode[] {
  return nodes.flatMap((each) => (each.kind === 'choice' ? [each, ...each.options] : [each]));
}

/** The stages with what finds a node in them by its id. */
export function indexView(stages: readonly StageView[], here: string | null): WayView {
  const nodes = new Map<string, MapNode>();
  const placeOf = new Map<string, { stage: Stage; section: string }>();
  for (const { stage, sections } of stages) {
    for (const section of sections) {
      for (const node of withOptions(section.nodes)) {
        nodes.set(node.id, node);
        placeOf.set(node.id, { stage, section: section.title });
      }
    }
  }
  return { stages, nodes, placeOf, here };
}

/** Every topic of the map, options too, in walking order. */
export function topicsOf(view: WayView): TopicNode[] {
  return [...view.nodes.values()].filter((node) => node.kind === 'topic');
}
