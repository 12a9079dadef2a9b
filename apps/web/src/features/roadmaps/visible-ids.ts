import type { StageView } from './way-view';

/** Topics and choices in walking order, each choice before its options. */
export function visibleIds(stages: readonly StageView[]): string[] {
  return stages.flatMap((stage) =>
    stage.sections.flatMap((section) =>
      section.nodes.flatMap((node) =>
        node.kind === 'choice' ? [node.id, ...node.options.map((option) => option.id)] : [node.id],
      ),
    ),
  );
}
