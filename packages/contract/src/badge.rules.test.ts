import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BadgeContent, badgeTextWidth, drawBadge } from './badge.rules.js';

const counts = { required: 40, done: 17, shown: 12, confirmed: 0, percent: 42 };
const content: BadgeContent = { name: 'Ada', roadmap: 'Backend', counts };
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
/** As a reader of XML has it: what is no tag, attribute or text of ours is not there. */
const wellFormed = /^<svg [^<>]*>(?:<(?:[a-z]+)(?: [\w:-]+="[^"<>]*")*\/?>|<\/[a-z]+>|[^<>])*<\/svg>\n$/;

describe('drawBadge', () => {
  it.each([
    [counts, '42\u00a0% · 12 shown'],
    [{ ...counts, confirmed: 3 }, '42\u00a0% · 12 shown · 3 confirmed'],
    [{ ...counts, percent: null, required: 0, done: 0, shown: 0 }, '– · 0 shown'],
  ])('says how far, from %j', (of, said) => {
    expect(textsOf(drawBadge({ ...content, counts: of }, 'light'))).toEqual(['Backend', said]);
  });

  it('wears the mark of the furthest proof', () => {
    const planes = (of: Partial<typeof counts>) =>
      drawBadge({ ...content, counts: { ...counts, ...of } }, 'light').match(/class="plane"/g)?.length ?? 0;
    expect([planes({ shown: 0 }), planes({}), planes({ confirmed: 1 })]).toEqual([0, 1, 2]);
  });

  it('tells those who hear it whose it is', () => {
    expect(drawBadge(content, 'auto')).toContain('<title>Ada on Backend: 42\u00a0% done · 12 shown</title>');
    expect(drawBadge(content, 'auto')).toContain('role="img"');
  });

  it('is one and the same where nothing is public', () => {
    expect(textsOf(drawBadge(null, 'auto'))).toEqual(['Waymark', 'nothing public here']);
  });

  it('has one set of colours for a theme, and both for whoever reads it', () => {
    const [light, dark, auto] = (['light', 'dark', 'auto'] as const).map((theme) => drawBadge(content, theme));
    expect(light).toContain('#fffefb');
    expect(light).not.toContain('#161e1a');
    expect(dark).not.toContain('#fffefb');
    expect(auto).toMatch(/#fffefb.*@media\(prefers-color-scheme:dark\).*#161e1a/);
  });

  it('holds any text, and stays one picture without anything in it that runs or is fetched', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 90 }),
      fc.constantFrom('<script>alert(1)</script>', '"><g onload=x>', "]]>&#x0;'", '\ud800 alone', '\u0000\ufffe', '‮גב'),
    );
    fc.assert(
      fc.property(words, words, fc.constantFrom('light', 'dark', 'auto' as const), (name, roadmap, theme) => {
        const svg = drawBadge({ name, roadmap, counts }, theme as 'auto');
        expect(svg.replace(/<style>.*?<\/style>/, '')).toMatch(wellFormed);
        expect(svg.match(/<[a-z]+/g)).toEqual(drawBadge(content, 'light').match(/<[a-z]+/g));
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML does not know
        expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
    );
  });

  it('is as wide as its words, and no wider than a line of a README', () => {
    const widthOf = (roadmap: string) => Number(/width="(\d+)"/.exec(drawBadge({ ...content, roadmap }, 'light'))?.[1]);
    expect(widthOf('Backend Developer')).toBeGreaterThan(widthOf('Backend'));
    expect(widthOf('W'.repeat(500))).toBeLessThan(800);
    expect(badgeTextWidth('ill')).toBeLessThan(badgeTextWidth('WWW'));
  });
});
