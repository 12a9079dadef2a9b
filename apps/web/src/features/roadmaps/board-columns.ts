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

function byState(view: StageView): ReadonlyMap<TopicState, MapNode[]> {
  const found = new Map(boardStates.map((state): [TopicState, MapNode[]] => [state, []]));
  for (const node of view.sections.flatMap((section) => section.nodes)) {
    for (const each of node.kind === 'choice' ? [node, ...node.options] : [node])
      found.get(stateOnBoard(each))?.push(each);
  }
  return found;
}

/** The same nodes as the other looks show, by state and within it by stage. */
export function columnsOf(stages: readonly StageView[]): BoardColumn[] {
  const byStage = stages.map((view) => ({ view, found: byState(view) }));
  return boardStates.map((state) => {
    const groups = byStage.flatMap(({ view, found }): BoardGroup[] => {
      const nodes = found.get(state) ?? [];
      return nodes.length > 0 ? [{ view, nodes }] : [];
    });
    const count = groups.flatMap((group) => group.nodes).filter((node) => node.kind === 'topic').length;
    return { state, groups, count };
  });
}
