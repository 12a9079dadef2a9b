import type { Choices, TopicChange, TopicState } from '@waymark/contract';
import type { ChoiceNode, TopicNode, WayView } from './way-view';

interface Change {
  topics: Record<string, TopicChange>;
  choices?: Choices;
}

/**
 * What setting a topic changes. Who begins or ends one way of a choice that is still open has chosen it; where another
 * way is taken already, that stays as it is.
 */
export function changeOf(view: WayView, node: TopicNode, state: TopicState, known?: boolean): Change {
  const topics = { [node.id]: { state, ...(known !== undefined && { known }) } };
  const choice = node.option && view.nodes.get(node.option.choiceId);
  const begins = state === 'learning' || state === 'done';
  if (choice?.kind !== 'choice' || !begins || choice.taken.length >= choice.choice.take) return { topics };
  if (choice.taken.includes(node.id)) return { topics };
  return { topics, choices: { [choice.id]: [...choice.taken, node.id] } };
}

/** A choice that nobody decided is skipped by skipping all its options, and comes back with them. */
export function skipChange(node: ChoiceNode, isBack: boolean): Change {
  const state: TopicState = isBack ? 'not_started' : 'skipped';
  return { topics: Object.fromEntries(node.choice.options.map((id) => [id, { state }])) };
}
