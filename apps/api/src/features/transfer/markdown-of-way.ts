import type { Counts, Roadmap, Stage, TopicProgress } from '@waymark/contract';
import type { EnrolmentRecord } from '../progress/progress.model.js';
import { wayOf } from '../progress/way-of.js';
import { plainLine } from './markdown-text.js';

const words = { not_started: 'not started', learning: 'learning', done: 'done', skipped: 'skipped' } as const;

const share = ({ done, required, percent }: Pick<Counts, 'done' | 'required' | 'percent'>) =>
  `${done} of ${required} done${percent === null ? '' : `, ${percent} %`}`;

/** The three nested numbers. */
export const figuresOf = (summary: Counts) =>
  `${share(summary)}; ${summary.shown} shown in a project, ${summary.confirmed} confirmed by a mentor.`;

/** A topic as a line of a checklist, with its state in words. */
function lineOf(title: string, { state, known, proof, updatedAt }: TopicProgress): string {
  const box = state === 'done' ? '[x]' : '[ ]';
  const backed = proof === 'shown' || proof === 'confirmed' ? proof : undefined;
  const since = state !== 'not_started' && updatedAt ? `since ${updatedAt.slice(0, 10)}` : undefined;
  const told = [words[state], backed, known ? 'known before' : since].filter(Boolean).join(', ');
  return `- ${box} ${plainLine(title)} (${told})`;
}

function stageOf(roadmap: Roadmap, stage: Stage, topics: Readonly<Record<string, TopicProgress>>, counts?: Counts) {
  const options = new Map(roadmap.choices.map((choice) => [choice.id, choice.options]));
  const ids = stage.sections.flatMap(({ items }) => items.flatMap((item) => options.get(item) ?? [item]));
  const lines = ids.flatMap((id) => {
    const topic = roadmap.topics.find((each) => each.id === id);
    const progress = topics[id];
    return topic && progress ? [lineOf(topic.title, progress)] : [];
  });
  const heading = `### ${plainLine(stage.title)}${counts ? ` (${share(counts)})` : ''}`;
  return `${heading}\n\n${lines.join('\n')}\n`;
}

/** A way along a roadmap: its figures, and stage by stage the state of each topic. */
export function markdownOfWay(roadmap: Roadmap, record: EnrolmentRecord): string {
  const { topics } = wayOf(roadmap, record);
  const { summary } = record;
  const left = record.leftAt ? ` Left on ${record.leftAt.toISOString().slice(0, 10)}.` : '';
  const head = `## ${plainLine(roadmap.title)}\n\nStarted on ${record.startedOn}.${left} ${figuresOf(summary)}\n`;
  const stages = roadmap.stages.map((stage) => stageOf(roadmap, stage, topics, summary.stages[stage.id]));
  return [head, ...stages].join('\n');
}
