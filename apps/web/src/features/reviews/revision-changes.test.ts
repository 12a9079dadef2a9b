import type { Revision } from '@waymark/contract';
import { expect, it } from 'vitest';
import { revisionChanges } from './revision-changes';

const revision: Revision = {
  ...{ title: 'X', summary: '', writeUp: 'one\ntwo\n', build: 'finished', repoUrl: null, repoPath: '', demoUrl: null },
  ...{ stack: ['node'], hours: null, startedOn: null, finishedOn: null, briefId: null },
  covers: [{ roadmap: 'backend', topicId: 'http', where: 'a.ts' }],
  ...{ number: 1, createdAt: '2026-11-22T10:00:00.000Z', commit: null },
};

it('finds nothing between two that say the same', () => {
  expect(revisionChanges(revision, { ...revision, number: 2 })).toEqual({ fields: [], covers: [], writeUp: [] });
});

it('tells of fields, of claims that came, went or moved, and of the lines of the write-up', () => {
  const to: Revision = {
    ...revision,
    repoUrl: 'https://git.example/x',
    stack: ['node', 'redis'],
    covers: [{ roadmap: 'backend', topicId: 'dns', where: 'b.ts' }],
    writeUp: 'one\nthree\n',
  };
  const changes = revisionChanges(revision, to);
  expect(changes.fields).toEqual([
    { name: 'repoUrl', before: '', after: 'https://git.example/x' },
    { name: 'stack', before: 'node', after: 'node, redis' },
  ]);
  expect(changes.covers).toEqual([
    { roadmap: 'backend', topicId: 'http', before: 'a.ts', after: null },
    { roadmap: 'backend', topicId: 'dns', before: null, after: 'b.ts' },
  ]);
  expect(changes.writeUp.map(({ added, removed, value }) => [added ? '+' : removed ? '-' : ' ', value])).toEqual([
    [' ', 'one\n'],
    ['-', 'two\n'],
    ['+', 'three\n'],
  ]);
});
