import type { MarkKind } from '../../ui/mark';
import type { ChoiceNode, MapNode, SectionView, StageView, TopicNode } from './way-view';

export interface MapFilter {
  text: string;
  hideDone: boolean;
  /** Only topics with this mark. */
  mark: MarkKind | null;
}

export const noFilter: MapFilter = { text: '', hideDone: false, mark: null };

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const isOver = (mark: MarkKind) => mark !== 'not_started' && mark !== 'learning';

function fits(node: TopicNode, filter: MapFilter, words: string, isNamed: boolean): boolean {
  if (filter.mark && node.mark !== filter.mark) return false;
  return isNamed || plain(node.topic.title).includes(words);
}

/** A fork is over once its places are filled with what is done or skipped. */
function isForkOver({ choice, options, isSkipped }: ChoiceNode): boolean {
  const over = options.filter((option) => option.option?.way === 'taken' && isOver(option.mark));
  return isSkipped || over.length >= choice.take;
}

function filterChoice(node: ChoiceNode, filter: MapFilter, words: string): ChoiceNode[] {
  if (filter.hideDone && isForkOver(node)) return [];
  const isNamed = plain(node.choice.title).includes(words);
  const options = node.options.filter((option) => fits(option, filter, words, isNamed));
  return options.length > 0 ? [{ ...node, options }] : [];
}

function filterNode(node: MapNode, filter: MapFilter, words: string): MapNode[] {
  if (node.kind === 'choice') return filterChoice(node, filter, words);
  if (filter.hideDone && isOver(node.mark)) return [];
  return fits(node, filter, words, false) ? [node] : [];
}

export function isFiltering({ text, hideDone, mark }: MapFilter): boolean {
  return text.trim() !== '' || hideDone || mark !== null;
}

/** What is left of the map. Stages and sections that have nothing left are gone, too. */
export function filterStages(stages: readonly StageView[], filter: MapFilter): StageView[] {
  if (!isFiltering(filter)) return [...stages];
  const words = plain(filter.text.trim());
  return stages.flatMap((stage) => {
    const sections = stage.sections.flatMap((section): SectionView[] => {
      const nodes = section.nodes.flatMap((node) => filterNode(node, filter, words));
      return nodes.length > 0 ? [{ ...section, nodes }] : [];
    });
    return sections.length > 0 ? [{ ...stage, sections }] : [];
  });
}

export function countTopics(stages: readonly StageView[]): number {
  return stages
    .flatMap((stage) => stage.sections.flatMap((section) => section.nodes))
    .reduce((count, node) => count + (node.kind === 'choice' ? node.options.length : 1), 0);
}
