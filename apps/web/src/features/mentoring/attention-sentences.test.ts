import type { Attention } from '@waymark/contract';
import { describe, expect, it } from 'vitest';
import { attentionSentence } from './attention-sentences';

const known = {
  name: 'Ada',
  topicTitle: 'Transactions',
  lastActiveDay: '2026-11-03',
  today: '2026-11-22',
  write: (day: string) => `<${day}>`,
};
const project = { id: 'p', title: 'Link shortener' };
const help = { id: 'h', sentence: 'How does it cache?' };
const sentence = (reason: Attention['reason'], more: object = {}) =>
  attentionSentence({ reason, since: '2026-11-17', topicId: null, project, help }, { ...known, ...more });

describe('why somebody needs attention', () => {
  it('counts a stuck topic from fourteen days before it was called so', () => {
    expect(sentence('stuck').sentence).toBe('Ada has been on Transactions for at least 19 days');
    expect(sentence('stuck', { topicTitle: null }).sentence).toBe('Ada has been on a topic for at least 19 days');
  });

  it('counts quiet days from the last active one, and names it as evidence', () => {
    expect(sentence('quiet')).toEqual({
      sentence: 'Ada has been quiet for 19 days',
      evidence: 'Last active on <2026-11-03>: more than a week ago, and longer than usual for them.',
    });
  });

  it('names no day that is not shared', () => {
    const { sentence: said, evidence } = sentence('quiet', { lastActiveDay: null });
    expect(said).toBe('Ada has been quiet for a while');
    expect(evidence).not.toMatch(/\d/);
  });

  it('holds the plan against the target date where that is known', () => {
    expect(sentence('behind-target').sentence).toBe('Ada is behind their own target date');
    expect(sentence('behind-target', { targetDate: '2026-12-24' }).evidence).toContain('<2026-12-24>');
    expect(sentence('behind-target').evidence).not.toContain('<');
  });

  it('counts changes that nobody answers from seven days before they were called so, and names the project', () => {
    expect(sentence('unanswered-changes').sentence).toBe(
      'Ada has not answered the changes asked for on Link shortener for at least 12 days',
    );
  });

  it('says in their own words what somebody asks for help with', () => {
    const { sentence: said, evidence } = sentence('asked-for-help');
    expect(said).toBe('Ada asks for help with Link shortener');
    expect(evidence).toBe('“How does it cache?”');
  });

  it('says of which project a link is dead', () => {
    expect(sentence('dead-link').sentence).toBe('A link of Link shortener, which Ada sent for review, is dead');
  });
});
