import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Roadmap } from '@waymark/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContentError, loadRoadmap, loadRoadmaps } from './index.js';

let home: string;
let folder: URL;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'waymark-roadmaps-'));
  cpSync(new URL('../content/backend/', import.meta.url), home, { recursive: true });
  folder = pathToFileURL(`${home}/`);
});
afterEach(() => rmSync(home, { recursive: true }));

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(new URL(file, folder), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(new URL(file, folder), text.replace(from, to));
}

function addAlias(from: string, to: string): void {
  const file = new URL('roadmap.json', folder);
  const head = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...head, aliases: { ...head.aliases, [from]: to } }));
}

describe('loadRoadmap', () => {
  it('joins the files into a roadmap that the schema accepts as it is', () => {
    expect(Roadmap.parse(loadRoadmap(folder))).toEqual(loadRoadmaps().get('backend'));
  });

  it('keeps the stages in the order of their numbers and the briefs in the order of their levels', () => {
    const { stages, briefs } = loadRoadmap(folder);
    expect(stages.at(0)?.id).toBe('internet-and-web');
    expect(stages.at(-1)?.id).toBe('tech-stacks');
    expect(briefs.at(0)?.level).toBe('beginner');
    expect(briefs.at(-1)?.level).toBe('advanced');
  });

  const broken: [name: string, file: string, from: string, to: string, message: string][] = [
    ['no JSON', 'facts.json', '[', '', 'facts.json: is not JSON'],
    ['a wrong word', 'stages/1-internet-and-web.json', '"beginner"', '"easy"', 'topics.how-the-internet-works.level'],
    ['an unknown field', 'stages/6-tech-stacks.json', '"summary"', '"resume"', 'stages/6-tech-stacks.json: summary'],
    [
      'an address without https',
      'facts.json',
      'https://',
      'http://',
      'facts.json: salary.resources.gfg-backend-roadmap.url',
    ],
    ['a bad slug', 'ordinals.json', '"tcp-ip"', '"TCP/IP"', 'ordinals.json: 1'],
    ['a bad brief', 'briefs/shop-orders.json', '"intermediate"', '"hard"', 'briefs/shop-orders.json: level'],
    ['a bad head', 'roadmap.json', '"asOf": "2024-12-17"', '"asOf": "17.12.2024"', 'roadmap.json: source.asOf'],
    [
      'a topic without ordinal',
      'ordinals.json',
      '"http",',
      '',
      'stages/1-internet-and-web.json: topics.http: has no ordinal',
    ],
    ['an id listed twice', 'ordinals.json', '"http"', '"dns"', 'ordinals.json: "dns" is listed twice'],
    [
      'what does not hold together',
      'roadmap.json',
      '"propose": "npm"',
      '"propose": "nothing"',
      'is not sound:\nThe steer',
    ],
  ];
  it.each(broken)('names file and field of %s', (_name, file, from, to, message) => {
    edit(file, from, to);
    expect(() => loadRoadmap(folder)).toThrow(ContentError);
    expect(() => loadRoadmap(folder)).toThrow(message);
  });

  it('refuses an alias of what was never a topic', () => {
    addAlias('old', 'http');
    expect(() => loadRoadmap(folder)).toThrow('roadmap.json: aliases.old: was never a topic');
  });

  it('names every fault of a file at once', () => {
    edit('roadmap.json', '"title": "Backend Developer"', '"title": ""');
    edit('roadmap.json', '"version": 1', '"version": 0');
    expect(() => loadRoadmap(folder)).toThrow(/title: .*\n.*version: |version: .*\n.*title: /);
  });
});

describe('ordinals', () => {
  it('do not move when the topics do', () => {
    const before = new Map(loadRoadmap(folder).topics.map(({ id, ordinal }) => [id, ordinal]));
    const file = new URL('stages/1-internet-and-web.json', folder);
    const stage = JSON.parse(readFileSync(file, 'utf8'));
    stage.topics.reverse();
    writeFileSync(file, JSON.stringify(stage));
    for (const { id, ordinal } of loadRoadmap(folder).topics) expect(ordinal, id).toBe(before.get(id));
  });

  it('pass from an old name to the new one through the alias', () => {
    const before = loadRoadmap(folder).topics.find(({ id }) => id === 'mevn')?.ordinal;
    edit('ordinals.json', '"mevn"', '"mevn-old"');
    addAlias('mevn-old', 'mevn');
    expect(loadRoadmap(folder).topics.find(({ id }) => id === 'mevn')?.ordinal).toBe(before);
  });

  it('of a retired topic stay taken', () => {
    edit('ordinals.json', '"http"', '"gopher", "http"');
    const { topics } = loadRoadmap(folder);
    const gone = JSON.parse(readFileSync(new URL('ordinals.json', folder), 'utf8')).indexOf('gopher');
    expect(topics.map(({ ordinal }) => ordinal)).not.toContain(gone);
  });
});
