import type { Choice, Enrolment, Roadmap, Topic } from '@waymark/contract';

/** The stage in which a topic or a choice is walked; an option belongs to its choice's stage. */
export function stageIdOf(roadmap: Roadmap, id: string): string | null {
  const item = roadmap.choices.find((choice) => choice.options.includes(id))?.id ?? id;
  const holds = (stage: Roadmap['stages'][number], each: string) =>
    stage.sections.some((section) => section.items.includes(each));
  return (
    (roadmap.stages.find((stage) => holds(stage, id)) ?? roadmap.stages.find((stage) => holds(stage, item)))?.id ?? null
  );
}

export type Step = ({ kind: 'topic'; topic: Topic } | { kind: 'choice'; choice: Choice }) & {
  id: string;
  title: string;
  path: string;
  stage: { number: number; title: string } | null;
};

/** One of `enrolment.next`: a topic to learn or a choice to make. `null` for what this roadmap no longer has. */
export function stepOf(roadmap: Roadmap, id: string): Step | null {
  const number = roadmap.stages.findIndex((stage) => stage.id === stageIdOf(roadmap, id));
  const stage = roadmap.stages[number];
  const place = stage ? { number: number + 1, title: stage.title } : null;
  const topic = roadmap.topics.find((each) => each.id === id);
  const choice = roadmap.choices.find((each) => each.id === id);
  const base = `/roadmaps/${roadmap.slug}`;
  if (topic) return { kind: 'topic', topic, id, title: topic.title, path: `${base}/topics/${id}`, stage: place };
  if (choice) return { kind: 'choice', choice, id, title: choice.title, path: `${base}/choices/${id}`, stage: place };
  return null;
}

/** Nothing has been begun, skipped or ticked yet: the first day, however long ago it was. */
export function isUntouched(enrolment: Enrolment): boolean {
  return Object.values(enrolment.topics).every(({ state }) => state === 'not_started');
}
