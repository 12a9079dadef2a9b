import type { LinkHealth } from '@waymark/contract';
import { expect, it } from 'vitest';
import { linkWords } from './link-words';
import { linksText } from './links.text';

const now = new Date('2026-11-23T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
const link = (state: LinkHealth['state'], graceUntil: string | null = null): LinkHealth => ({
  kind: 'demo',
  url: 'https://example.org/',
  state,
  checkedAt: state && daysAgo(0),
  deadSince: graceUntil && daysAgo(9),
  graceUntil,
});

it('says nothing against a link that nobody has looked at', () => {
  expect(linkWords(link(null), true, now)).toEqual({ tone: 'quiet', state: 'Being looked at', advice: null });
  expect(linkWords(link(null), false, now)).toEqual({ tone: 'quiet', state: 'Not looked at yet', advice: null });
});

it('praises what answers, and raises no alarm over what may pass', () => {
  const { states } = linksText;
  expect(linkWords(link('alive'), false, now)).toEqual({ tone: 'good', state: states.alive, advice: null });
  expect(linkWords(link('unclear'), false, now)).toEqual({
    ...{ tone: 'quiet', state: states.unclear, advice: linksText.unclear },
  });
  expect(linkWords(link('not-public'), false, now)).toEqual({
    ...{ tone: 'alarm', state: states['not-public'], advice: linksText.notPublic },
  });
});

it('gives a dead link its grace, as long as the server says', () => {
  const said = { tone: 'alarm', state: linksText.states.dead, advice: linksText.dead };
  expect(linkWords(link('dead', daysAgo(-0.01)), false, now)).toEqual(said);
  expect(linkWords(link('dead', daysAgo(0)), false, now)).toEqual({ ...said, advice: linksText.deadOver });
});
