import type { Enrolment, Roadmap } from '@waymark/contract';
import { markOf, type Unit, unitsOf } from '@waymark/contract/rules';
import type { MarkKind } from '../../ui/mark';
import { home } from './home.text';

export type FarKind = 'done' | 'shown' | 'confirmed';

export interface FarItem {
  key: string;
  title: string;
  stage: string;
  mark: MarkKind;
  /** `null`: it opens nowhere. */
  path: string | null;
}

/** Where a topic, or a choice with an open place, is looked at. */
export type FarPath = (node: { kind: 'topic' | 'choice'; id: string }) => string | null;

/** Of the learner's own pages. */
const ownPath =
  ({ slug }: Roadmap): FarPath =>
  ({ kind, id }) =>
    `/roadmaps/${slug}/${kind === 'topic' ? 'topics' : 'choices'}/${id}`;

const isIn: Record<FarKind, (unit: Unit) => boolean> = {
  done: (unit) => unit.state === 'done',
  shown: (unit) => unit.state === 'done' && (unit.proof === 'shown' || unit.proof === 'confirmed'),
  confirmed: (unit) => unit.state === 'done' && unit.proof === 'confirmed',
};

export interface FarLists {
  /** Done, and yet not in the number: a project or a mentor away. */
  missing: FarItem[];
  /** Not done. */
  open: FarItem[];
  have: FarItem[];
}

/** What makes up one of the three numbers, and what is missing from it. */
export function farLists(roadmap: Roadmap, enrolment: Enrolment, kind: FarKind, pathTo = ownPath(roadmap)): FarLists {
  const titles = new Map([...roadmap.topics, ...roadmap.choices].map(({ id, title }) => [id, title]));
  const stages = new Map(roadmap.stages.map(({ id, title }) => [id, title]));
  const itemOf = (unit: Unit, place: number): FarItem => {
    const choiceTitle = titles.get(unit.choiceId ?? '') ?? '';
    return {
      key: `${unit.topicId ?? unit.choiceId}-${place}`,
      title: unit.topicId ? (titles.get(unit.topicId) ?? unit.topicId) : home.far.undecided(choiceTitle),
      stage: stages.get(unit.stageId) ?? '',
      mark: markOf(unit),
      path: pathTo(unit.topicId ? { kind: 'topic', id: unit.topicId } : { kind: 'choice', id: unit.choiceId ?? '' }),
    };
  };
  const counted = unitsOf(roadmap, enrolment).filter((unit) => unit.state !== 'skipped');
  return {
    missing: counted.filter((unit) => isIn.done(unit) && !isIn[kind](unit)).map(itemOf),
    open: counted.filter((unit) => !isIn.done(unit)).map(itemOf),
    have: counted.filter(isIn[kind]).map(itemOf),
  };
}
