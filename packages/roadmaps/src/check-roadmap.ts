import type { Roadmap } from '@waymark/contract';

/** What is wrong in a roadmap beyond its schema: one plain sentence for each fault, none when it is sound. */
export function checkRoadmap(roadmap: Roadmap): string[] {
  return [
    ...idFaults(roadmap),
    ...ordinalFaults(roadmap),
    ...prerequisiteFaults(roadmap),
    ...choiceFaults(roadmap),
    ...placeFaults(roadmap),
    ...steerFaults(roadmap),
    ...briefFaults(roadmap),
    ...aliasFaults(roadmap),
    ...rangeFaults(roadmap),
  ];
}

interface Named {
  id: string;
}

function repeated<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function repeatedIds(kind: string, items: readonly Named[]): string[] {
  return repeated(items.map(({ id }) => id)).map((id) => `The ${kind} id "${id}" is used more than once.`);
}

function idsOf(items: readonly Named[]): Set<string> {
  return new Set(items.map(({ id }) => id));
}

/** Topics and choices share one set of ids, because a section names both in one list. */
function idFaults({ topics, choices, stages, briefs, facts }: Roadmap): string[] {
  return [
    ...repeatedIds('topic or choice', [...topics, ...choices]),
    ...repeatedIds('stage', stages),
    ...repeatedIds(
      'section',
      stages.flatMap((stage) => stage.sections),
    ),
    ...repeatedIds('brief', briefs),
    ...repeatedIds('fact', facts),
    ...topics.flatMap(({ id, outcomes, resources }) => [
      ...repeatedIds(`outcome (topic "${id}")`, outcomes),
      ...repeatedIds(`resource (topic "${id}")`, resources),
    ]),
    ...briefs.flatMap(({ id, requirements }) => repeatedIds(`requirement (brief "${id}")`, requirements)),
    ...facts.flatMap(({ id, resources }) => repeatedIds(`resource (fact "${id}")`, resources)),
  ];
}

function ordinalFaults({ topics }: Roadmap): string[] {
  return repeated(topics.map(({ ordinal }) => ordinal)).map((ordinal) => {
    const sharers = topics.filter((topic) => topic.ordinal === ordinal).map(({ id }) => `"${id}"`);
    return `The ordinal ${ordinal} is shared by the topics ${sharers.join(' and ')}.`;
  });
}

function prerequisiteFaults({ topics }: Roadmap): string[] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const faults = topics.flatMap((topic) =>
    topic.prerequisites.flatMap((id) => {
      const needed = byId.get(id);
      if (!needed) return [`The topic "${topic.id}" needs "${id}", which does not exist.`];
      if (topic.requirement === 'core' && needed.requirement === 'option') {
        return [`The core topic "${topic.id}" needs "${id}", an option that one need not have taken.`];
      }
      return [];
    }),
  );
  const twice = topics.flatMap((topic) =>
    repeated(topic.prerequisites).map((id) => `The topic "${topic.id}" names its prerequisite "${id}" twice.`),
  );
  return [...faults, ...twice, ...circleFaults(topics)];
}

/** Each circle is named once, from the topic in it that comes first. */
function circleFaults(topics: Roadmap['topics']): string[] {
  const needs = new Map(topics.map(({ id, prerequisites }) => [id, prerequisites]));
  const finished = new Set<string>();
  const faults: string[] = [];
  const walk = (id: string, trail: readonly string[]): void => {
    const start = trail.indexOf(id);
    if (start >= 0) {
      const circle = [...trail.slice(start), id].map((step) => `"${step}"`);
      faults.push(`Prerequisites go in a circle: ${circle.join(' needs ')}.`);
      return;
    }
    if (finished.has(id)) return;
    for (const next of needs.get(id) ?? []) walk(next, [...trail, id]);
    finished.add(id);
  };
  for (const { id } of topics) walk(id, []);
  return faults;
}

function choiceFaults({ topics, choices }: Roadmap): string[] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const faults = choices.flatMap((choice) => [
    ...(choice.take > choice.options.length
      ? [`The choice "${choice.id}" takes ${choice.take} of only ${choice.options.length} options.`]
      : []),
    ...repeated(choice.options).map((id) => `The choice "${choice.id}" lists the option "${id}" twice.`),
    ...choice.options.flatMap((id) => {
      const topic = byId.get(id);
      if (!topic) return [`The choice "${choice.id}" offers "${id}", which is no topic.`];
      if (topic.requirement === 'option') return [];
      return [`The choice "${choice.id}" offers "${id}", whose requirement is "${topic.requirement}", not "option".`];
    }),
  ]);
  const homes = topics
    .filter((topic) => topic.requirement === 'option')
    .map(({ id }) => ({ id, count: choices.filter((choice) => choice.options.includes(id)).length }))
    .filter(({ count }) => count !== 1);
  return [
    ...faults,
    ...homes.map(({ id, count }) => `The option "${id}" belongs to ${count} choices instead of exactly one.`),
  ];
}

/** A topic has one place: in a section by its own id, or through the choice that offers it. */
function placeFaults({ stages, topics, choices }: Roadmap): string[] {
  const byId = new Map(choices.map((choice) => [choice.id, choice]));
  const items = stages.flatMap((stage) => stage.sections.flatMap((section) => section.items));
  const known = new Set([...idsOf(topics), ...byId.keys()]);
  const unknown = items
    .filter((id) => !known.has(id))
    .map((id) => `A section lists "${id}", which is neither topic nor choice.`);
  const placesOf = (id: string) => items.filter((item) => item === id || byId.get(item)?.options.includes(id)).length;
  const topicFaults = topics
    .map(({ id }) => ({ id, places: placesOf(id) }))
    .filter(({ places }) => places !== 1)
    .map(({ id, places }) => `The topic "${id}" has ${places} places in the sections instead of exactly one.`);
  const choiceFaults = choices
    .map(({ id }) => ({ id, places: items.filter((item) => item === id).length }))
    .filter(({ places }) => places !== 1)
    .map(({ id, places }) => `The choice "${id}" has ${places} places in the sections instead of exactly one.`);
  return [...unknown, ...topicFaults, ...choiceFaults];
}

function steerFaults({ steers, choices }: Roadmap): string[] {
  const options = new Set(choices.flatMap((choice) => choice.options));
  return steers.flatMap(({ when, propose }) => [
    ...[when, propose]
      .filter((id) => !options.has(id))
      .map((id) => `The steer from "${when}" to "${propose}" names "${id}", which is no option of a choice.`),
    ...(when === propose ? [`The steer from "${when}" proposes itself.`] : []),
  ]);
}

function briefFaults({ briefs, topics }: Roadmap): string[] {
  const known = idsOf(topics);
  return briefs.flatMap((brief) => [
    ...brief.covers
      .filter((id) => !known.has(id))
      .map((id) => `The brief "${brief.id}" covers "${id}", which does not exist.`),
    ...repeated(brief.covers).map((id) => `The brief "${brief.id}" covers "${id}" twice.`),
  ]);
}

/** An alias leads in one step from an id that is gone to a topic that is there. */
function aliasFaults({ aliases, topics }: Roadmap): string[] {
  const known = idsOf(topics);
  return Object.entries(aliases).flatMap(([from, to]) => [
    ...(known.has(from) ? [`The alias "${from}" hides a topic of the same id.`] : []),
    ...(known.has(to) ? [] : [`The alias "${from}" leads to "${to}", which does not exist.`]),
  ]);
}

function rangeFaults({ topics, briefs, durationMonths }: Roadmap): string[] {
  const upsideDown = (kind: string, items: readonly { id: string; effortHours: { min: number; max: number } }[]) =>
    items
      .filter(({ effortHours }) => effortHours.min > effortHours.max)
      .map(({ id }) => `The effort of the ${kind} "${id}" is upside down: min is above max.`);
  return [
    ...upsideDown('topic', topics),
    ...upsideDown('brief', briefs),
    ...(durationMonths.from > durationMonths.to ? ['The duration in months is upside down: from is above to.'] : []),
  ];
}
