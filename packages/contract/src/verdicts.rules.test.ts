import { describe, expect, it } from 'vitest';
import type { Decision, TopicVerdict } from './verdicts.js';
import { verdictFaults } from './verdicts.rules.js';

const line = (verdict: TopicVerdict | null, text: string) => ({ verdict, text });
const sound = {
  decision: 'approved' as Decision | null,
  text: 'Sound.',
  topics: [line('met', 'Every status fits.'), line(null, '')],
  requirements: [line('partly', ''), line(null, '')],
};
const faultsAt = (change: Partial<typeof sound>) => verdictFaults({ ...sound, ...change }).map(({ path }) => path);

describe('what a verdict lacks', () => {
  it('is nothing with a sentence on each topic that is judged, on the whole, and a decision', () => {
    expect(verdictFaults(sound)).toEqual([]);
    expect(verdictFaults({ ...sound, topics: [], requirements: [] })).toEqual([]);
  });

  it.each(['met', 'partly', 'not_met'] as const)('is a sentence on a topic that is %s', (verdict) => {
    expect(faultsAt({ topics: [line('met', 'Good.'), line(verdict, '')] })).toEqual(['topics.1.text']);
    expect(verdictFaults({ ...sound, topics: [line(verdict, ' ')] })).toEqual([
      { path: 'topics.0.text', message: 'Say at least one sentence' },
    ]);
  });

  it.each(['.', '  ', '👍', '10/10', '—'])('takes “%s” for no sentence', (text) => {
    expect(faultsAt({ text, topics: [line('met', text)] })).toEqual(['topics.0.text', 'text']);
  });

  it.each(['Gut.', 'これで十分です', 'حسن', 'Да'])('takes “%s” for one', (text) => {
    expect(faultsAt({ text, topics: [line('met', text)] })).toEqual([]);
  });

  it('is a level, where there are words on what was left open', () => {
    expect(
      faultsAt({ topics: [line(null, 'Look here.')], requirements: [line('met', ''), line(null, 'Hm.')] }),
    ).toEqual(['requirements.1.verdict', 'topics.0.verdict']);
  });

  it('is a decision, after all that was to be said', () => {
    expect(faultsAt({ decision: null, text: '', topics: [line('met', '')] })).toEqual([
      'topics.0.text',
      'text',
      'decision',
    ]);
  });
});
