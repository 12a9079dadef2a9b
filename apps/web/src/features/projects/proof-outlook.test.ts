import type { Roadmap } from '@waymark/contract';
import { describe, expect, it } from 'vitest';
import { outlookSentences } from './outlook-sentences';
import { allCovered, proofOutlook, type TopicsByRoadmap, turnedShown } from './proof-outlook';
import { type KnownTopic, titlesOf } from './topic-list';

const cover = (topicId: string) => ({ roadmap: 'backend', topicId, where: '' });
const progress = (state: 'done' | 'learning', proof: 'learned' | 'shown' | null) => ({
  state,
  proof,
  known: false,
  updatedAt: null,
});
const topics: TopicsByRoadmap = {
  backend: { http: progress('done', 'learned'), rest: progress('done', 'learned'), tls: progress('learning', null) },
};
const known: KnownTopic[] = [
  ['http', 'HTTP'],
  ['rest', 'REST'],
  ['tls', 'TLS'],
].map(([topicId = '', title = '']) => ({
  key: `backend/${topicId}`,
  roadmap: 'backend',
  roadmapTitle: 'Backend',
  topicId,
  title,
  place: 'The web',
  mark: 'learned',
}));
const finished = {
  build: 'finished' as const,
  repoUrl: 'https://codeberg.org/a/b',
  demoUrl: null,
  covers: [cover('http'), cover('rest'), cover('tls')],
};
const say = (outlook: ReturnType<typeof proofOutlook>) =>
  outlookSentences(outlook, known).map(({ sentence }) => sentence);

describe('what saving a project does to the marks', () => {
  it('names the done topics that turn shown, and those that are not done yet', () => {
    expect(say(proofOutlook(finished, null, [], topics, []))).toEqual([
      'These 2 done topics will turn shown: HTTP and REST.',
      'TLS is not done yet: it turns shown when you mark it done.',
    ]);
  });

  it('says what is still missing', () => {
    const idea = { ...finished, build: 'building' as const, repoUrl: null, covers: [cover('http')] };
    expect(say(proofOutlook(idea, null, [], topics, []))).toEqual([
      'Once it is finished and has a link, 1 done topic turns shown: HTTP.',
    ]);
    expect(say(proofOutlook({ ...idea, demoUrl: 'https://a.example' }, null, [], topics, []))).toEqual([
      'Once it is finished, 1 done topic turns shown: HTTP.',
    ]);
  });

  it('says nothing of topics that are shown already', () => {
    const shown = { backend: { http: progress('done', 'shown') } };
    const same = { ...finished, covers: [cover('http')] };
    expect(say(proofOutlook(same, same, [], shown, []))).toEqual([]);
  });

  it('warns of what falls back, unless another project shows it', () => {
    const shown = { backend: { http: progress('done', 'shown'), rest: progress('done', 'shown') } };
    const saved = { ...finished, covers: [cover('http'), cover('rest')] };
    const next = { ...saved, build: 'building' as const };
    expect(say(proofOutlook(next, saved, [], shown, []))).toEqual([
      'HTTP and REST will fall back to learned: no other finished project shows them.',
    ]);
    expect(say(proofOutlook(next, saved, [{ ...finished, covers: [cover('http')] }], shown, []))).toEqual([
      'REST will fall back to learned: no other finished project shows it.',
    ]);
  });
});

describe('a topic of the same skill on another roadmap', () => {
  const roadmapWith = (slug: string, skills: Record<string, string>) =>
    ({ slug, aliases: {}, topics: Object.entries(skills).map(([id, skill]) => ({ id, skill })) }) as unknown as Roadmap;
  const roadmaps = [roadmapWith('backend', { http: 'http', rest: 'rest' }), roadmapWith('mern', { web: 'http' })];
  const web = { roadmap: 'mern', topicId: 'web', where: '' };
  const both: TopicsByRoadmap = { ...topics, mern: { web: progress('done', 'learned') } };
  const one = { ...finished, covers: [cover('http')] };

  it('is covered too, and turns shown with it', () => {
    expect(allCovered(one.covers, roadmaps)).toEqual([cover('http'), web]);
    expect(proofOutlook(one, null, [], both, roadmaps).turning).toEqual([cover('http'), web]);
    expect(proofOutlook(one, null, [], { mern: { web: progress('learning', null) } }, roadmaps).notDone).toEqual([
      cover('http'),
    ]);
  });

  it('falls back with it, unless another project shows the skill', () => {
    const shown = { mern: { web: progress('done', 'shown') } };
    const next = { ...one, build: 'building' as const };
    expect(proofOutlook(next, one, [], shown, roadmaps).falling).toEqual([web]);
    expect(proofOutlook(next, one, [one], shown, roadmaps).falling).toEqual([]);
  });

  it('is told apart in a sentence by its roadmap when it is called the same', () => {
    const here = known.slice(0, 1);
    const there = here.map((each) => ({ ...each, key: 'mern/web', roadmap: 'mern', roadmapTitle: 'MERN' }));
    expect(titlesOf([...here, ...there], [cover('http'), web])).toEqual(['HTTP (Backend)', 'HTTP (MERN)']);
    expect(titlesOf(here, [cover('http')])).toEqual(['HTTP']);
  });
});

describe('what turned shown', () => {
  it('is told from what the server says before and after', () => {
    const after = { backend: { ...topics.backend, http: progress('done', 'shown') } };
    expect(turnedShown(finished.covers, topics, after)).toEqual([cover('http')]);
    expect(turnedShown(finished.covers, after, after)).toEqual([]);
  });
});
