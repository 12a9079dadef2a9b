import { describe, expect, it } from 'vitest';
import { checkDraft } from './check-draft';
import { emptyDraft } from './draft';

const draft = { ...emptyDraft, title: 'Shortener' };

describe('what can be told without the server', () => {
  it('finds nothing in a title alone', () => {
    expect(checkDraft(draft)).toEqual({});
    expect(
      checkDraft({ ...draft, repoUrl: ' https://codeberg.org/a/b ', demoUrl: 'http://a.example', hours: '2,5' }),
    ).toEqual({});
  });

  it.each([
    ['title', { title: '  ' }],
    ['title', { title: 'x'.repeat(121) }],
    ['writeUp', { writeUp: 'x'.repeat(10_001) }],
    ['repoUrl', { repoUrl: 'http://codeberg.org/a' }],
    ['repoUrl', { repoUrl: 'https://me:secret@codeberg.org/a' }],
    ['repoUrl', { repoUrl: 'https://me@codeberg.org/a' }],
    ['demoUrl', { demoUrl: 'javascript:alert(1)' }],
    ['repoPath', { repoPath: 'a/../b' }],
    ['hours', { hours: 'many' }],
    ['hours', { hours: '-1' }],
    ['finishedOn', { startedOn: '2026-05-02', finishedOn: '2026-05-01' }],
  ])('finds a wrong %s', (path, wrong) => {
    expect(Object.keys(checkDraft({ ...draft, ...wrong }))).toEqual([path]);
  });
});
