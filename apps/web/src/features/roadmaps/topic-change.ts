import type { Choices, TopicChange, TopicState } from '@waymark/contract';
import type { ChoiceNode, TopicNode, WayView } from './way-view';

interface Change {
  topics: Record<string, TopicChange>;
  choices?: Choices;
}

/** What the server takes at one stroke. */
const mostAtOnce = 500;

export const stateOf = (node: TopicNode): TopicState => node.progress?.state ?? 'not_started';

/**
 * The choices that are made by beginning or ending these topics. Who begins one way of a choice that is still open has
 * chosen it. Where another way is taken already that stays as it is, and who marks more ways than there are places has
 * not chosen between them.
 */
function choicesBegun(view: WayView, nodes: readonly TopicNode[]): Choices {
  const begun = new Map<string, string[]>();
  for (const { id, option } of nodes)
    if (option) begun.set(option.choiceId, [...(begun.get(option.choiceId) ?? []), id]);
  const choices: Choices = {};
  for (const [choiceId, ids] of begun) {
    const node = view.nodes.get(choiceId);
    if (node?.kind !== 'choice') continue;
    const fresh = ids.filter((id) => !node.taken.includes(id));
    if (fresh.length > 0 && node.taken.length + fresh.length <= node.choice.take) {
      choices[choiceId] = [...node.taken, ...fresh];
    }
  }
  return choices;
}

/** What setting topics changes, as one act. What is so already is left out of it. */
export function changeOfMany(view: WayView, nodes: readonly TopicNode[], state: TopicState, known?: boolean): Change {
  const isSo = (node: TopicNode) =>
    stateOf(node) === state && (known === undefined || known === (node.progress?.known ?? false));
  const set = nodes.filter((node) => !isSo(node)).slice(0, mostAtOnce);
  const begins = state === 'learning' || state === 'done';
  const choices = begins ? choicesBegun(view, set) : {};
  return {
    topics: Object.fromEntries(set.map((node) => [node.id, { state, ...(known !== undefined && { known }) }])),
    ...(Object.keys(choices).length > 0 && { choices }),
  };
}

/** What setting one topic changes, also where it only says more of the same. */
export function changeOf(view: WayView, node: TopicNode, state: TopicState, known?: boolean): Change {
  const { choices } = changeOfMany(view, [node], state, known);
  return { topics: { [node.id]: { state, ...(known !== undefined && { known }) } }, ...(choices && { choices }) };
}

/** A choice that nobody decided is skipped by skipping all its options, and comes back with them. */
export function skipChange(node: ChoiceNode, isBack: boolean): Change {
  const state: TopicState = isBack ? 'not_started' : 'skipped';
  return { topics: Object.fromEntries(node.choice.options.map((id) => [id, { state }])) };
}
