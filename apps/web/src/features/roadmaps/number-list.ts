import type { Enrolment, Roadmap } from '@waymark/contract';
import { markOf, type Unit, unitsOf } from '@waymark/contract/rules';
import type { MarkKind } from '../../ui/mark';
import type { MapNode, WayView } from './way-view';

export type NumberKind = 'done' | 'shown' | 'confirmed';

export interface NumberLine {
  /** The place that it fills; a choice may have several. */
  key: string;
  node: MapNode;
  mark: MarkKind;
  stage: string;
}

const counts: Record<NumberKind, (unit: Unit) => boolean> = {
  done: (unit) => unit.state === 'done',
  shown: (unit) => unit.state === 'done' && (unit.proof === 'shown' || unit.proof === 'confirmed'),
  confirmed: (unit) => unit.state === 'done' && unit.proof === 'confirmed',
};

/** What makes up one of the three numbers, and what is missing from it; of the same units as the number itself. */
export function numberList(roadmap: Roadmap, enrolment: Enrolment, view: WayView, kind: NumberKind) {
  const missing: NumberLine[] = [];
  const counted: NumberLine[] = [];
  for (const [place, unit] of unitsOf(roadmap, enrolment).entries()) {
    const node = view.nodes.get(unit.topicId ?? unit.choiceId ?? '');
    if (!node || unit.state === 'skipped') continue;
    const line = {
      key: `${node.id}-${place}`,
      node,
      mark: markOf(unit),
      stage: view.placeOf.get(node.id)?.stage.title ?? '',
    };
    (counts[kind](unit) ? counted : missing).push(line);
  }
  return { missing, counted };
}
