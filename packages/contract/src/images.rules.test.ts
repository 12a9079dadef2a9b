import { describe, expect, it } from 'vitest';
import { imageLimits, imageNamesIn, imageReference, whyNoRoom } from './images.rules.js';

const name = '0123456789abcdef0123456789abcdef';
const other = 'f'.repeat(32);

describe('an image in a write-up', () => {
  it('is found by its name, each once', () => {
    expect(imageNamesIn(`![a](image:${name})\n![b](image:${other}) ![a](image:${name})`)).toEqual([name, other]);
  });

  it.each(['', 'image:', `image:${name}0`, `image:${name.slice(1)}`, `https://example.org/${name}`])(
    'is not in %j',
    (text) => expect(imageNamesIn(text)).toEqual([]),
  );

  it('is found again as it is written, whatever its words are', () => {
    for (const alt of ['The board', '', 'a ] b [ c \\', 'two\nlines']) {
      const written = imageReference(name, alt);
      expect(imageNamesIn(written)).toEqual([name]);
      expect(written).toMatch(/^!\[[^[\]\\\n]*\]\(image:[0-9a-f]{32}\)$/);
    }
  });
});

describe('room for one more', () => {
  const { perProject, projectBytes, memberBytes } = imageLimits;
  const has = { images: perProject - 1, projectBytes: projectBytes - 10, memberBytes: memberBytes - 10 };

  it('is there up to each limit', () => expect(whyNoRoom(has, 10)).toBeNull());

  it.each([
    ['too many', { ...has, images: perProject }, 0, /at most 24/],
    ['too much in a project', has, 11, /at most 12 MB/],
    ['too much of a member', { ...has, projectBytes: 0 }, 11, /at most 30 MB/],
  ])('ends with %s, and says what to do', (_, before, coming, why) => {
    expect(whyNoRoom(before, coming)).toMatch(why);
    expect(whyNoRoom(before, coming)).toMatch(/Delete/);
  });
});
