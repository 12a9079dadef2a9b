import type { Topic } from '@waymark/contract';
import { foldText } from '@waymark/contract/rules';
import type { MarkKind } from '../../ui/mark';
import type { ChoiceNode, MapNode, SectionView, StageView, TopicNode } from './way-view';

export type Requirement = Topic['requirement'];

export interface MapFilter {
  text: string;
  hideDone: boolean;
  hideSkipped: boolean;
  /** Only topics with this mark. */
  mark: MarkKind | null;
  /** Only topics that the roadmap asks for in this way. */
  need: Requirement | null;
}

export const noFilter: MapFilter = { text: '', hideDone: false, hideSkipped: false, mark: null, need: null };

function isHidden(mark: MarkKind, { hideDone, hideSkipped }: MapFilter): boolean {
  if (mark === 'skipped') return hideSkipped;
  return hideDone && mark !== 'not_started' && mark !== 'learning';
}

function fits(node: TopicNode, filter: MapFilter, words: string, isNamed: boolean): boolean {
  if (filter.mark && node.mark !== filter.mark) return false;
  if (filter.need && node.topic.requirement !== filter.need) return false;
  if (isHidden(node.mark, filter)) return false;
  return isNamed || foldText(node.topic.title).includes(words);
}

/** A fork is over once its places are filled with what is hidden. */
function isForkOver({ choice, options, isSkipped }: ChoiceNode, filter: MapFilter): boolean {
  if (isSkipped) return filter.hideSkipped;
  const over = options.filter((option) => option.option?.way === 'taken' && isHidden(option.mark, filter));
  return over.length >= choice.take;
}

function filterChoice(node: ChoiceNode, filter: MapFilter, words: string): ChoiceNode[] {
  if (isForkOver(node, filter)) return [];
  const isNamed = foldText(node.choice.title).includes(words);
  const options = node.options.filter((option) => fits(option, filter, words, isNamed));
  if (options.length === 0) return [];
  return [options.length === node.options.length ? node : { ...node, options }];
}

function filterNode(node: MapNode, filter: MapFilter, words: string): MapNode[] {
  if (node.kind === 'choice') return filterChoice(node, filter, words);
  return fits(node, filter, words, false) ? [node] : [];
}

export function isFiltering({ text, hideDone, hideSkipped, mark, need }: MapFilter): boolean {
  return text.trim() !== '' || hideDone || hideSkipped || mark !== null || need !== null;
}

/** What is left of the map. Stages and sections that have nothing left are gone, too. */
export function filterStages(stages: readonly StageView[], filter: MapFilter): readonly StageView[] {
  if (!isFiltering(filter)) return stages;
  const words = foldText(filter.text.trim());
  return stages.flatMap((stage) => {
    const sections = stage.sections.flatMap((section): SectionView[] => {
      const nodes = section.nodes.flatMap((node) => filterNode(node, filter, words));
      return nodes.length > 0 ? [{ ...section, nodes }] : [];
    });
    return sections.length > 0 ? [{ ...stage, sections }] : [];
  });
}

/** Every topic of these stages, options too, in walking order. */
export function topicsIn(stages: readonly StageView[]): TopicNode[] {
  return stages.flatMap((stage) =>
    stage.sections.flatMap((section) =>
      section.nodes.flatMap((node) => (node.kind === 'choice' ? [...node.options] : [node])),
    ),
  );
}
