import type { TopicState } from '@waymark/contract';
import type { MarkKind } from '../../ui/mark';
import { rollOf } from './roll-of';
import type { MapNode, StageView } from './way-view';

export const boardStates: readonly TopicState[] = ['not_started', 'learning', 'done', 'skipped'];

/** What of one stage stands in one column, in walking order. */
export interface BoardGroup {
  view: StageView;
  nodes: readonly MapNode[];
}

export interface BoardColumn {
  state: TopicState;
  groups: readonly BoardGroup[];
  /** Topics in it; a choice is none of its own. */
  count: number;
}

const columnOf = (mark: MarkKind): TopicState =>
  mark === 'not_started' || mark === 'learning' || mark === 'skipped' ? mark : 'done';

/** Where a node stands: by its own state; a choice by what its ways come to. */
export function stateOnBoard(node: MapNode): TopicState {
  return columnOf(node.kind === 'choice' ? rollOf(node).mark : node.mark);
}

function groupOf(view: StageView, state: TopicState): BoardGroup[] {
  const nodes = view.sections.flatMap((section) =>
    section.nodes.flatMap((node): MapNode[] => (node.kind === 'choice' ? [node, ...node.options] : [node])),
  );
  const own = nodes.filter((node) => stateOnBoard(node) === state);
  return own.length > 0 ? [{ view, nodes: own }] : [];
}

/** The same nodes as the other looks show, by state and within it by stage. */
export function columnsOf(stages: readonly StageView[]): BoardColumn[] {
  return boardStates.map((state) => {
    const groups = stages.flatMap((view) => groupOf(view, state));
    const count = groups.flatMap((group) => group.nodes).filter((node) => node.kind === 'topic').length;
    return { state, groups, count };
  });
}
