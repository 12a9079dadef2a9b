import { describe, expect, it } from 'vitest';
import { emptyDraft, fieldsOf } from './draft';
import { compareEdits, mergeEdits } from './merge-drafts';

const base = { ...fieldsOf(emptyDraft), title: 'Shortener', summary: 'Short links', stack: ['Node.js'] };

describe('a project changed on two devices', () => {
  const mine = { ...base, summary: 'My words', stack: ['Node.js', 'Redis'] };
  const theirs = { ...base, summary: 'Their words', hours: 12, stack: ['Node.js', 'Redis'] };
  const merge = compareEdits(base, mine, theirs);

  it('clashes where both changed to different values, and takes over what only they changed', () => {
    expect(merge).toEqual({ clashes: ['summary'], taken: ['hours'] });
  });

  it('keeps mine unless theirs is chosen, and loses nothing of mine elsewhere', () => {
    expect(mergeEdits(mine, theirs, merge, new Set())).toEqual({ ...mine, hours: 12 });
    expect(mergeEdits(mine, theirs, merge, new Set(['summary']))).toEqual({
      ...mine,
      summary: 'Their words',
      hours: 12,
    });
  });

  it('keeps what I changed and they did not', () => {
    const renamed = { ...base, title: 'Renamed' };
    expect(mergeEdits(renamed, theirs, compareEdits(base, renamed, theirs), new Set()).title).toBe('Renamed');
  });
});
