import { readFileSync } from 'node:fs';
import { midHours, unitsOf } from '@waymark/contract';
import { describe, expect, it } from 'vitest';
import { checkRoadmap, loadRoadmaps } from './index.js';

const roadmaps = loadRoadmaps();
const backend = roadmaps.get('backend');
if (!backend) throw new Error('the backend roadmap is missing');
const { topics, stages, choices, briefs, facts, steers } = backend;

const resources = [...topics, ...facts].flatMap((holder) => holder.resources.map((it) => ({ ...it, in: holder.id })));
const isSource = (url: string) => url.startsWith('https://www.geeksforgeeks.org/');
const readContent = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../content/backend/${file}`, import.meta.url), 'utf8'));

/** Topic ids in walking order; the options of a choice stand where the choice stands. */
const walk = stages
  .flatMap((stage) => stage.sections.flatMap((section) => section.items))
  .flatMap((id) => choices.find((choice) => choice.id === id)?.options ?? [id]);

const sentencesIn = (text: string) => text.match(/[.!?]["”)]?(?=\s+["“(]?[A-Z]|$)/g)?.length ?? 0;

/** What an outcome may begin with: things that a mentor can see somebody do. */
const verbs = new Set(
  `Add Answer Arrange Ask Audit Automate Build Cache Call Catch Check Choose Combine Compare Compose Configure Connect
  Create Define Deploy Describe Design Draw Encrypt Estimate Explain Fetch Fill Find Follow Generate Group Handle Ignore
  Insert Inspect Install Join Keep Limit List Make Manage Map Measure Model Move Name Normalise Open Organise Page Pin
  Plan Prepare Prevent Protect Publish Query Read Record Recover Redirect Repair Replace Reproduce Request Require
  Respect Restate Restore Retry Return Revert Review Rewrite Roll Run Secure Separate Serve Set Share Show Slice Slow
  Solve Split Start Stop Store Structure Tell Test Trace Try Update Use Validate Verify Watch Weigh Write`.split(/\s+/),
);

describe('the backend roadmap as a whole', () => {
  it('loads, parses and holds together', () => {
    expect(checkRoadmap(backend)).toEqual([]);
  });

  it('has six stages in the order of the source', () => {
    expect(stages.map(({ id }) => id)).toEqual([
      'internet-and-web',
      'programming',
      'frameworks',
      'version-control',
      'build-projects',
      'tech-stacks',
    ]);
  });

  it('has at least sixty topics', () => {
    expect(topics.length).toBeGreaterThanOrEqual(60);
  });

  it('takes 6 to 12 months on the required path at 10 hours a week', () => {
    const hours = unitsOf(backend, { choices: {}, topics: {} }).reduce(
      (sum, unit) => sum + midHours(unit.effortHours),
      0,
    );
    const months = (weeks: number) => (weeks * 12) / 52;
    console.log(`required path: ${hours} h = ${months(hours / 10).toFixed(1)} months at 10 h a week`);
    expect(months(hours / 10)).toBeGreaterThanOrEqual(backend.durationMonths.from);
    expect(months(hours / 10)).toBeLessThanOrEqual(backend.durationMonths.to);
  });

  it('counts every choice of the stages 1 to 5 once, and the stack not at all', () => {
    const taken = choices.filter((choice) => !choice.optional).map(({ id, take }) => `${id}:${take}`);
    expect(taken).toEqual(['language:1', 'database:1', 'package-manager:1', 'framework:1', 'code-host:1']);
    expect(choices.filter((choice) => choice.optional).map(({ id }) => id)).toEqual(['stack']);
  });

  it('steers each language to a framework and a package manager that need it', () => {
    const languages = choices.find(({ id }) => id === 'language')?.options ?? [];
    for (const language of languages) {
      const proposed = steers.filter(({ when }) => when === language).map(({ propose }) => propose);
      const homes = proposed.map((id) => choices.find((choice) => choice.options.includes(id))?.id).toSorted();
      expect(homes, language).toEqual(['framework', 'package-manager']);
      for (const id of proposed) expect(topics.find((topic) => topic.id === id)?.prerequisites).toContain(language);
    }
  });
});

describe.each(topics)('topic $id', (topic) => {
  it('is explained in two to five sentences', () => {
    expect(sentencesIn(topic.text)).toBeGreaterThanOrEqual(2);
    expect(sentencesIn(topic.text)).toBeLessThanOrEqual(5);
  });

  it('has three to six outcomes that begin with a verb', () => {
    expect(topic.outcomes.length).toBeGreaterThanOrEqual(3);
    expect(topic.outcomes.length).toBeLessThanOrEqual(6);
    const first = topic.outcomes.map(({ text }) => text.split(/[ ,]/)[0] ?? '');
    expect(first.filter((word) => !verbs.has(word))).toEqual([]);
  });

  it('comes after its prerequisites', () => {
    const late = topic.prerequisites.filter((id) => walk.indexOf(id) >= walk.indexOf(topic.id));
    expect(late).toEqual([]);
  });

  it('has a resource that the source does not give, the official ones first', () => {
    expect(topic.resources.some(({ url }) => !isSource(url))).toBe(true);
    const officials = topic.resources.map(({ official }) => official);
    expect(officials).toEqual(officials.toSorted((a, b) => Number(b) - Number(a)));
  });
});

describe('links', () => {
  it('are plain https addresses', () => {
    const odd = resources.filter(({ url }) => {
      const { protocol, username, port, search, hostname } = new URL(url);
      return protocol !== 'https:' || username || port || search || !hostname.includes('.') || /\s/.test(url);
    });
    expect(odd).toEqual([]);
  });

  it('have been seen in documentation wherever the source does not give them, and no other is recorded', () => {
    const seen = readContent('links-seen.json') as Record<string, string>;
    const own = [...new Set(resources.map(({ url }) => url).filter((url) => !isSource(url)))];
    expect(own.filter((url) => !seen[url])).toEqual([]);
    expect(Object.keys(seen).filter((url) => !own.includes(url))).toEqual([]);
  });

  it('have the same title wherever they appear', () => {
    const titles = new Map(resources.map(({ url, title }) => [url, title]));
    expect(resources.filter(({ url, title }) => titles.get(url) !== title)).toEqual([]);
  });
});

describe('briefs', () => {
  it('are at least ten, in three levels', () => {
    expect(briefs.length).toBeGreaterThanOrEqual(10);
    expect([...new Set(briefs.map(({ level }) => level))]).toEqual(['beginner', 'intermediate', 'advanced']);
  });

  it.each(briefs)('$id can be checked point by point and built in every language', (brief) => {
    expect(brief.requirements.length).toBeGreaterThanOrEqual(4);
    expect(sentencesIn(brief.goal)).toBeGreaterThanOrEqual(2);
    const bound = ['language', 'framework', 'package-manager', 'stack'].flatMap(
      (id) => choices.find((choice) => choice.id === id)?.options ?? [],
    );
    expect(brief.covers.filter((id) => bound.includes(id))).toEqual([]);
  });

  it('together prove everything that is core', () => {
    const proven = new Set(briefs.flatMap(({ covers }) => covers));
    const core = topics.filter(({ requirement }) => requirement === 'core').map(({ id }) => id);
    expect(core.filter((id) => !proven.has(id))).toEqual([]);
  });
});

describe('ordinals', () => {
  it('are the places in ordinals.json', () => {
    const ordinals = readContent('ordinals.json') as string[];
    const nameAt = (ordinal: number) => ordinals[ordinal] ?? '';
    const odd = topics.filter(({ id, ordinal }) => (backend.aliases[nameAt(ordinal)] ?? nameAt(ordinal)) !== id);
    expect(odd).toEqual([]);
  });
});
