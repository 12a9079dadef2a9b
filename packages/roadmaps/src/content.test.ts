import { readFileSync } from 'node:fs';
import { midHours, unitsOf } from '@waymark/contract';
import { describe, expect, it } from 'vitest';
import { checkRoadmap, loadRoadmaps } from './index.js';

const roadmaps = [...loadRoadmaps().values()];

const isSource = (url: string) => url.startsWith('https://www.geeksforgeeks.org/');
const readContent = (slug: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../content/${slug}/${file}`, import.meta.url), 'utf8'));

const sentencesIn = (text: string) => text.match(/[.!?]["”)]?(?=\s+["“(]?[A-Z]|$)/g)?.length ?? 0;

/** What an outcome may begin with: things that a mentor can see somebody do. */
const verbs = new Set(
  `Add Answer Arrange Ask Audit Automate Build Cache Call Catch Check Choose Combine Compare Compose Configure Connect
  Create Define Deploy Describe Design Draw Encrypt Estimate Explain Fetch Fill Find Follow Generate Group Handle Ignore
  Insert Inspect Install Join Keep Limit List Load Make Manage Map Measure Model Move Name Narrow Normalise Open Organise Page Pin
  Plan Prepare Prevent Protect Publish Query Read Record Recover Redirect Repair Replace Reproduce Request Require
  Respect Restate Restore Retry Return Revert Review Rewrite Roll Run Secure Separate Serve Set Share Show Slice Slow
  Solve Split Start Stop Store Structure Tell Test Trace Try Update Use Validate Verify Watch Weigh Write`.split(/\s+/),
);

describe('the roadmaps', () => {
  it('are the two that Waymark ships', () => {
    expect(roadmaps.map(({ slug }) => slug).toSorted()).toEqual(['backend', 'mern']);
  });

  it('name each brief differently: a project knows its brief by that name alone', () => {
    const ids = roadmaps.flatMap(({ briefs }) => briefs.map(({ id }) => id));
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });
});

describe.each(roadmaps)('the roadmap $slug', (roadmap) => {
  const { slug, topics, stages, choices, briefs, facts } = roadmap;
  const resources = [...topics, ...facts].flatMap((holder) => holder.resources.map((it) => ({ ...it, in: holder.id })));
  /** Topic ids in walking order; the options of a choice stand where the choice stands. */
  const walk = stages
    .flatMap((stage) => stage.sections.flatMap((section) => section.items))
    .flatMap((id) => choices.find((choice) => choice.id === id)?.options ?? [id]);

  it('loads, parses and holds together', () => {
    expect(checkRoadmap(roadmap)).toEqual([]);
  });

  it('takes as long on the required path at 10 hours a week as it says', () => {
    const units = unitsOf(roadmap, { choices: {}, topics: {} });
    const hours = units.reduce((sum, unit) => sum + midHours(unit.effortHours), 0);
    const months = ((hours / 10) * 12) / 52;
    expect(months).toBeGreaterThanOrEqual(roadmap.durationMonths.from);
    expect(months).toBeLessThanOrEqual(roadmap.durationMonths.to);
  });

  it('leaves a choice to the learner in at least one place', () => {
    expect(choices.length).toBeGreaterThan(0);
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
      const seen = readContent(slug, 'links-seen.json') as Record<string, string>;
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
    it('are at least four, in three levels', () => {
      expect(briefs.length).toBeGreaterThanOrEqual(4);
      expect([...new Set(briefs.map(({ level }) => level))]).toEqual(['beginner', 'intermediate', 'advanced']);
    });

    it.each(briefs)('$id can be checked point by point and built with every option', (brief) => {
      expect(brief.requirements.length).toBeGreaterThanOrEqual(4);
      expect(sentencesIn(brief.goal)).toBeGreaterThanOrEqual(2);
      const bound = choices.flatMap(({ options }) => options);
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
      const ordinals = readContent(slug, 'ordinals.json') as string[];
      const nameAt = (ordinal: number) => ordinals[ordinal] ?? '';
      const odd = topics.filter(({ id, ordinal }) => (roadmap.aliases[nameAt(ordinal)] ?? nameAt(ordinal)) !== id);
      expect(odd).toEqual([]);
    });
  });
});
