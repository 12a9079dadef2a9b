import type { Counts, Summary, ToldAttention } from '@waymark/contract';
import type { Member } from './build.js';
import { lettersTo } from './letters.js';
import { at } from './reviewing.js';

/** The figures of one learner, in the words of all places: what a place does not tell is left out of what is compared. */
export type Figures = Pick<Counts, 'done' | 'shown' | 'confirmed' | 'required' | 'percent'>;

export const figuresOf = ({ done, shown, confirmed, required, percent }: Counts | Summary): Figures => ({
  ...{ done, shown, confirmed, required, percent },
});

/** What a learner reads of themselves: their map, home, and what each mentor is told. */
export async function readOwn(learner: Member, slug: string) {
  const enrolment = await learner.ok('readEnrolment', { params: { slug } });
  const [card] = (await learner.ok('listEnrolments')).items;
  const [grant] = (await learner.ok('listGrants')).items;
  if (!card || !grant) throw new Error('they follow it, and share it');
  const { days } = await learner.ok('listActivity', { query: { limit: 1 } });
  return { enrolment, card, grant, days: days.map(({ day }) => day) };
}

/** Nothing in these histories has a comma in it, so nothing is quoted. */
function linesOf(csv: string): Record<string, string>[] {
  const [head = [], ...records] = csv
    .trimEnd()
    .split('\r\n')
    .map((record) => record.split(','));
  return records.map((cells) => Object.fromEntries(head.map((column, place) => [column, cells[place] ?? ''])));
}

/** What a mentor reads: their list, whom it is to look at, its file, and each learner's page. */
export async function readRoster(mentor: Member, learners: readonly Member[]) {
  const list = (await mentor.ok('listLearners', { query: { limit: 50 } })).items;
  const due = (await mentor.ok('listLearners', { query: { limit: 50, attention: 'any' } })).items;
  const file = await mentor.call('exportLearners');
  const lines = linesOf(file.text);
  const pages = await Promise.all(learners.map(({ id }) => mentor.ok('readLearner', at(id))));
  return { list, due, lines, pages };
}

const number = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));

/** A line of the file as the figures that it stands for. */
export function figuresOfLine(line: Record<string, string> | undefined) {
  const [done, shown, confirmed, required, percent] = (
    ['done', 'shown', 'confirmed', 'required', 'percent'] as const
  ).map((column) => number(line?.[column]));
  return { figures: { done, shown, confirmed, required, percent }, lastActiveDay: line?.lastActive || null };
}

/** What a line says of attention. */
export function attentionInLine(told: readonly ToldAttention[] | null): string {
  return (told ?? [])
    .map(({ reason, since, topicId, project }) => [reason, topicId ?? project?.title, 'since', since])
    .map((words) => words.filter((word) => word !== undefined && word !== null).join(' '))
    .join('; ');
}

/** The newest letter of a week, as a learner reads it; `null`: there was nothing to say. */
export async function readLearnersLetter(learner: Member) {
  const letter = (await lettersTo(learner.app, learner.email)).findLast(({ kind }) => kind === 'learners-week');
  if (!letter) return null;
  const text = letter.text.replaceAll(/\s+/g, ' ');
  const said = /: (\d+) of (\d+) done \((?:(\d+) %|–)\), (\d+) shown, (\d+) confirmed\./.exec(text);
  if (!said) throw new Error(`no figures in: ${text}`);
  const [done, required, percent, shown, confirmed] = said.slice(1).map(number);
  const activeDays = Number(/Your week: (\d+) /.exec(text)?.[1]);
  return { figures: { done, shown, confirmed, required, percent }, activeDays, url: letter.url };
}

/** The same as a mentor reads it. */
export async function readMentorsLetter(mentor: Member) {
  const letter = (await lettersTo(mentor.app, mentor.email)).findLast(({ kind }) => kind === 'mentors-week');
  return letter?.text.replaceAll(/\s+/g, ' ') ?? null;
}
