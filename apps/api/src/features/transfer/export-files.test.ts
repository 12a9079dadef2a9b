import { expect, it } from 'vitest';
import {
  changeRoom,
  finishedProject,
  follow,
  logTime,
  project,
  setTopic,
  signUp,
  writeNote,
} from '../../../test/build.js';
import { backendOf, startApp } from '../../../test/start.js';

const app = await startApp();
const backend = backendOf(app);
const [first, second] = backend.topics;

async function learner() {
  const ada = await signUp(app, { name: 'Ada #1' });
  await follow(ada);
  await setTopic(ada, first?.id ?? '', { state: 'done' });
  await setTopic(ada, second?.id ?? '', { state: 'done', known: true });
  return ada;
}

const headings = (text: string) => text.split('\n').filter((line) => line.startsWith('#'));

it('is a document of progress, notes and write-ups that what was written in it cannot break', async () => {
  const ada = await learner();
  await finishedProject(ada, [first?.id ?? ''], {
    title: '# Not a heading',
    writeUp: '# Mine\n\n```\nnever closed\n<!-- nor this',
    covers: [{ roadmap: 'backend', topicId: first?.id ?? '', where: '*here*' }],
  });
  await writeNote(ada, second?.id ?? '', '## A note\n- [ ] mine', 0);
  await changeRoom(ada, second?.id ?? '', { leftOff: 'Chapter [3]' });
  await follow(await signUp(app, { name: 'Somebody else' }));
  const answered = await ada.call('exportMarkdown');
  expect(answered.headers['content-type']).toBe('text/markdown; charset=utf-8');
  expect(answered.headers['content-disposition']).toBe('attachment; filename="waymark.md"');
  const { text } = answered;
  const { summary } = await ada.ok('readEnrolment', { params: { slug: 'backend' } });
  expect(headings(text)[0]).toBe('# Ada \\#1: what I have learnt');
  expect(headings(text).slice(1)).toEqual([
    `## ${backend.title}`,
    ...backend.stages.map(({ id, title }) => {
      const { done, required, percent } = summary.stages[id] ?? { done: 0, required: 0, percent: null };
      return `### ${title} (${done} of ${required} done${percent === null ? '' : `, ${percent} %`})`;
    }),
    '### Notes',
    `#### ${second?.title}`,
    '## Projects',
    '### \\# Not a heading',
  ]);
  expect(text).toContain(`- [x] ${first?.title} (done, shown, since 2040-01-02)`);
  expect(text).toContain('(done, known before)');
  expect(text).toContain('> # Mine\n>\n> ```\n> never closed\n> <!-- nor this\n');
  expect(text).toContain('- Left off: Chapter \\[3\\]\n\n> ## A note\n> - [ ] mine\n');
  expect(text).toContain(`- Shows ${first?.title}: \\*here\\*`);
  expect(text).not.toContain('Somebody else');
  expect(text.match(/^- \[[ x]\] /gm)).toHaveLength(backend.topics.length);
});

it('says what was done as CSV, with titles and no formula', async () => {
  const ada = await learner();
  const made = await project(ada, { title: '=SUM(1,1)' });
  const { text, headers } = await ada.call('exportActivity');
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  const [header, ...rows] = text.trimEnd().split('\r\n');
  expect(header).toBe('day,at,kind,roadmap,topicId,topic,projectId,project,from,to');
  const at = app.now().toISOString();
  expect(rows).toEqual([
    `2040-01-02,${at},enrolment,backend,,,,,,started`,
    `2040-01-02,${at},topic,backend,${first?.id},${first?.title},,,not_started,done`,
    `2040-01-02,${at},project,,,,${made.id},"'=SUM(1,1)",,idea`,
  ]);
});

it('says how long as CSV', async () => {
  const ada = await learner();
  await logTime(ada, first?.id ?? '', { minutes: 45, words: 'Read, "twice"' });
  const { text } = await ada.call('exportTime');
  const [header, row] = text.trimEnd().split('\r\n');
  expect(header).toBe('day,at,roadmap,topicId,topic,minutes,words');
  expect(row).toBe(`2040-01-02,${app.now().toISOString()},backend,${first?.id},${first?.title},45,"Read, ""twice"""`);
});

it.each(['exportMarkdown', 'exportActivity', 'exportTime'] as const)(
  '%s is whole for who has nothing yet',
  async (name) => {
    const answered = await (await signUp(app)).call(name);
    expect([answered.status, answered.text.trimEnd().split('\n').length]).toEqual([
      200,
      name === 'exportMarkdown' ? 3 : 1,
    ]);
  },
);
