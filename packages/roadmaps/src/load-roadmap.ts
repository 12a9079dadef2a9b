import { readdirSync, readFileSync } from 'node:fs';
import { Brief, Choice, Fact, Roadmap, Slug, Stage, Topic } from '@waymark/contract';
import { checkRoadmap } from './check-roadmap.js';

/** The course is read by people who edit it: an error names the file and the field, by id where there is one. */
export class ContentError extends Error {
  override name = 'ContentError';
}

const RoadmapFile = Roadmap.omit({ stages: true, topics: true, choices: true, briefs: true, facts: true });
const StageFile = Stage.extend({ topics: Topic.omit({ ordinal: true }).array(), choices: Choice.array() });
const OrdinalsFile = Slug.array();
const FactsFile = Fact.array();

/** As much of a schema as reading a file needs. */
interface Schema<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
}

/**
 * Reads one roadmap from its folder (`roadmap.json`, `ordinals.json`, `facts.json`, `stages/`, `briefs/`).
 * @param folder ends with a slash.
 * @throws ContentError when a file is no JSON, breaks the schema, or the whole does not hold together.
 */
export function loadRoadmap(folder: URL): Roadmap {
  const head = readJson(folder, 'roadmap.json', RoadmapFile);
  const ordinals = readJson(folder, 'ordinals.json', OrdinalsFile);
  const stageFiles = namesIn(folder, 'stages').map((file) => ({ file, stage: readJson(folder, file, StageFile) }));
  const briefs = namesIn(folder, 'briefs').map((file) => readJson(folder, file, Brief));
  const ordinalOf = givenOrdinals(ordinals, head.aliases);
  const whole = {
    ...head,
    stages: stageFiles.map(({ stage: { topics, choices, ...stage } }) => stage),
    topics: stageFiles.flatMap(({ file, stage }) =>
      stage.topics.map((topic) => ({ ...topic, ordinal: ordinalOf(topic.id, file) })),
    ),
    choices: stageFiles.flatMap(({ stage }) => stage.choices),
    briefs: briefs.toSorted(byLevelThenEffort),
    facts: readJson(folder, 'facts.json', FactsFile),
  };
  const roadmap = parse('(all files)', Roadmap, whole);
  const faults = checkRoadmap(roadmap);
  if (faults.length > 0) throw new ContentError(`The roadmap "${head.slug}" is not sound:\n${faults.join('\n')}`);
  return roadmap;
}

/**
 * The ordinal is the place in `ordinals.json`, which only grows; a retired id keeps its place. A renamed topic is not
 * appended: it takes the place of its old name, through the alias, so that every tick stays.
 */
function givenOrdinals(ordinals: readonly string[], aliases: Readonly<Record<string, string>>) {
  const twice = ordinals.find((id, index) => ordinals.indexOf(id) !== index);
  if (twice) throw new ContentError(`ordinals.json: "${twice}" is listed twice`);
  const lost = Object.keys(aliases).find((id) => !ordinals.includes(id));
  if (lost) throw new ContentError(`roadmap.json: aliases.${lost}: was never a topic, ordinals.json does not list it`);
  return (id: string, file: string): number => {
    const own = ordinals.indexOf(id);
    const ordinal = own >= 0 ? own : ordinals.findIndex((old) => aliases[old] === id);
    if (ordinal < 0) throw new ContentError(`${file}: topics.${id}: has no ordinal; append it to ordinals.json`);
    return ordinal;
  };
}

const levels = ['beginner', 'intermediate', 'advanced'];

function byLevelThenEffort(a: Brief, b: Brief): number {
  return levels.indexOf(a.level) - levels.indexOf(b.level) || a.effortHours.max - b.effortHours.max;
}

/** JSON files of a sub-folder; the number that a name begins with gives the order. */
function namesIn(folder: URL, name: string): string[] {
  return readdirSync(new URL(`${name}/`, folder))
    .filter((file) => file.endsWith('.json'))
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((file) => `${name}/${file}`);
}

function readJson<T>(folder: URL, file: string, schema: Schema<T>): T {
  return parse(file, schema, parseJson(file, readFileSync(new URL(file, folder), 'utf8')));
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ContentError(`${file}: is not JSON (${(cause as Error).message})`, { cause });
  }
}

function parse<T>(file: string, schema: Schema<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `${file}: ${fieldAt(value, issue.path)}: ${issue.message}`);
  throw new ContentError(lines.join('\n'));
}

/** `topics.http.outcomes.read-raw-message.text` rather than `topics.3.outcomes.1.text`. */
function fieldAt(root: unknown, path: readonly PropertyKey[]): string {
  const names: string[] = [];
  let value = root;
  for (const key of path) {
    value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
    const id = typeof key === 'number' ? (value as { id?: unknown } | null | undefined)?.id : undefined;
    names.push(typeof id === 'string' ? id : String(key));
  }
  return names.join('.') || '(the whole file)';
}
