import type { Choice, Counts, Enrolment, Roadmap } from '@waymark/contract';
import { indexTopics, markOf, takenOptions } from '@waymark/contract/rules';
import type { MarkKind } from '../../ui/mark';

export interface OutlineItem {
  id: string;
  title: string;
  mark: MarkKind;
  /** A choice that nobody has decided yet. */
  isOpenChoice: boolean;
  isOptional: boolean;
}

export interface OutlineStage {
  id: string;
  title: string;
  counts: Counts;
  items: OutlineItem[];
  /** Where the learner stands: what is next lies in it. */
  isCurrent: boolean;
}

const noCounts: Counts = { required: 0, done: 0, shown: 0, confirmed: 0, percent: null };

/** A learner's way as a list to read: a choice shows what was taken of it, and nothing of the rest. */
export function outlineOf(roadmap: Roadmap, enrolment: Enrolment): OutlineStage[] {
  const topics = indexTopics(roadmap);
  const choices = new Map(roadmap.choices.map((choice) => [choice.id, choice]));

  function itemOf(id: string): OutlineItem {
    const topic = topics.get(id);
    const isOptional = topic?.requirement === 'optional';
    return { id, title: topic?.title ?? id, mark: markOf(enrolment.topics[id]), isOpenChoice: false, isOptional };
  }

  function itemsOf(choice: Choice): OutlineItem[] {
    const taken = takenOptions(choice, enrolment.choices).map(itemOf);
    if (taken.length > 0) return taken.map((item) => ({ ...item, isOptional: choice.optional }));
    return [
      { id: choice.id, title: choice.title, mark: 'not_started', isOpenChoice: true, isOptional: choice.optional },
    ];
  }

  const [next] = enrolment.next;
  return roadmap.stages.map((stage) => {
    const items = stage.sections.flatMap((section) =>
      section.items.flatMap((id) => {
        const choice = choices.get(id);
        return choice ? itemsOf(choice) : [itemOf(id)];
      }),
    );
    const counts = enrolment.summary.stages[stage.id] ?? noCounts;
    return { id: stage.id, title: stage.title, counts, items, isCurrent: items.some((item) => item.id === next) };
  });
}
