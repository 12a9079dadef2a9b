import type { Choices } from './progress.js';
import type { Choice, Roadmap } from './roadmaps.js';

/** The options that a learner took, in the choice's own order; what is no option of it is left out. */
export function takenOptions(choice: Choice, choices: Choices): string[] {
  const taken = choices[choice.id] ?? [];
  return choice.options.filter((option) => taken.includes(option));
}

function allTaken(roadmap: Roadmap, choices: Choices): string[] {
  return roadmap.choices.flatMap((choice) => takenOptions(choice, choices));
}

/** Options that were not taken count nowhere; everything else that the roadmap has does, the optional too. */
export function isOnTheWay(roadmap: Roadmap, choices: Choices, topicId: string): boolean {
  const topic = roadmap.topics.find(({ id }) => id === topicId);
  return topic !== undefined && (topic.requirement !== 'option' || allTaken(roadmap, choices).includes(topicId));
}

/** What follows from the options taken, as an offer: where a choice has a place open, the option that a steer proposes. */
export function proposals(roadmap: Roadmap, choices: Choices): Map<string, { topicId: string; why: string }> {
  const taken = new Set(allTaken(roadmap, choices));
  const proposed = new Map<string, { topicId: string; why: string }>();
  for (const choice of roadmap.choices) {
    if (takenOptions(choice, choices).length >= choice.take) continue;
    const isNew = (option: string) => choice.options.includes(option) && !taken.has(option);
    const steer = roadmap.steers.find((each) => taken.has(each.when) && isNew(each.propose));
    if (steer) proposed.set(choice.id, { topicId: steer.propose, why: steer.why });
  }
  return proposed;
}

/** What cannot be taken of `choices`, as path and sentence. Empty when all is well. */
export function checkChoices(roadmap: Roadmap, choices: Choices): { path: string; message: string }[] {
  return Object.entries(choices).flatMap(([choiceId, options]) => {
    const choice = roadmap.choices.find((each) => each.id === choiceId);
    if (!choice) return [{ path: `choices.${choiceId}`, message: 'This roadmap has no such choice' }];
    return options.flatMap((option, place) =>
      choice.options.includes(option)
        ? []
        : [{ path: `choices.${choiceId}.${place}`, message: `Not an option of “${choice.title}”` }],
    );
  });
}
