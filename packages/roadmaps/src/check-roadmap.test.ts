import type { Choice, Roadmap, Stage, Topic } from '@waymark/contract';
import { describe, expect, it } from 'vitest';
import { checkRoadmap, loadRoadmaps } from './index.js';

/** A fresh copy to plant a fault in. */
function copy(): Roadmap {
  const roadmap = loadRoadmaps().get('backend');
  if (!roadmap) throw new Error('the backend roadmap is missing');
  return roadmap;
}

function pick<T extends { id: string }>(items: T[], id: string): T {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

const topic = (roadmap: Roadmap, id: string): Topic => pick(roadmap.topics, id);
const choice = (roadmap: Roadmap, id: string): Choice => pick(roadmap.choices, id);
const stage = (roadmap: Roadmap, id: string): Stage => pick(roadmap.stages, id);
const firstItems = (roadmap: Roadmap, id: string): string[] => stage(roadmap, id).sections[0]?.items ?? [];

const faults: [name: string, plant: (roadmap: Roadmap) => void, sentence: string][] = [
  [
    'a topic id used twice',
    (it) => it.topics.push({ ...topic(it, 'http'), ordinal: 9999 }),
    'The topic or choice id "http" is used more than once.',
  ],
  [
    'a choice with the id of a topic',
    (it) => {
      choice(it, 'stack').id = 'http';
    },
    'The topic or choice id "http" is used more than once.',
  ],
  [
    'a section id used twice',
    (it) => {
      for (const section of stage(it, 'programming').sections) section.id = 'same';
    },
    'The section id "same" is used more than once.',
  ],
  [
    'a stage twice',
    (it) => it.stages.push(stage(it, 'frameworks')),
    'The stage id "frameworks" is used more than once.',
  ],
  [
    'a brief twice',
    (it) => it.briefs.push(pick(it.briefs, 'shop-orders')),
    'The brief id "shop-orders" is used more than once.',
  ],
  ['a fact twice', (it) => it.facts.push(pick(it.facts, 'salary')), 'The fact id "salary" is used more than once.'],
  [
    'an outcome id twice in a topic',
    (it) => {
      for (const outcome of topic(it, 'dns').outcomes) outcome.id = 'same';
    },
    'The outcome (topic "dns") id "same" is used more than once.',
  ],
  [
    'a resource id twice in a topic',
    (it) => {
      for (const resource of topic(it, 'dns').resources) resource.id = 'same';
    },
    'The resource (topic "dns") id "same" is used more than once.',
  ],
  [
    'a requirement id twice in a brief',
    (it) => {
      for (const requirement of pick(it.briefs, 'file-inbox').requirements) requirement.id = 'same';
    },
    'The requirement (brief "file-inbox") id "same" is used more than once.',
  ],
  [
    'a resource id twice in a fact',
    (it) => pick(it.facts, 'salary').resources.push(...structuredClone(pick(it.facts, 'salary').resources)),
    'The resource (fact "salary") id "gfg-backend-roadmap" is used more than once.',
  ],
  [
    'a shared ordinal',
    (it) => {
      topic(it, 'dns').ordinal = topic(it, 'http').ordinal;
    },
    'is shared by the topics "dns" and "http".',
  ],
  [
    'a prerequisite that does not exist',
    (it) => topic(it, 'http').prerequisites.push('nothing'),
    'The topic "http" needs "nothing", which does not exist.',
  ],
  [
    'a prerequisite named twice',
    (it) => topic(it, 'tls').prerequisites.push('http'),
    'The topic "tls" names its prerequisite "http" twice.',
  ],
  [
    'an option as prerequisite of a core topic',
    (it) => topic(it, 'sql').prerequisites.push('python'),
    'The core topic "sql" needs "python", an option that one need not have taken.',
  ],
  [
    'a circle of prerequisites',
    (it) => topic(it, 'how-the-internet-works').prerequisites.push('http'),
    'Prerequisites go in a circle: "how-the-internet-works" needs "http" needs "tcp-ip" needs "how-the-internet-works".',
  ],
  [
    'a topic that needs itself',
    (it) => topic(it, 'git').prerequisites.push('git'),
    'Prerequisites go in a circle: "git" needs "git".',
  ],
  [
    'an option in two choices',
    (it) => choice(it, 'code-host').options.push('mysql'),
    'The option "mysql" belongs to 2 choices instead of exactly one.',
  ],
  [
    'an option in no choice',
    (it) => {
      topic(it, 'containers').requirement = 'option';
    },
    'The option "containers" belongs to 0 choices instead of exactly one.',
  ],
  [
    'a core topic offered by a choice',
    (it) => choice(it, 'database').options.push('mongodb'),
    'The choice "database" offers "mongodb", whose requirement is "core", not "option".',
  ],
  [
    'an option that is no topic',
    (it) => choice(it, 'database').options.push('oracle'),
    'The choice "database" offers "oracle", which is no topic.',
  ],
  [
    'an option listed twice',
    (it) => choice(it, 'database').options.push('mysql'),
    'The choice "database" lists the option "mysql" twice.',
  ],
  [
    'a choice that takes more than it offers',
    (it) => {
      choice(it, 'database').take = 3;
    },
    'The choice "database" takes 3 of only 2 options.',
  ],
  [
    'a topic in two sections',
    (it) => firstItems(it, 'frameworks').push('http'),
    'The topic "http" has 2 places in the sections instead of exactly one.',
  ],
  [
    'an option placed beside its choice',
    (it) => firstItems(it, 'frameworks').push('ruby'),
    'The topic "ruby" has 2 places in the sections instead of exactly one.',
  ],
  [
    'a topic without a place',
    (it) => firstItems(it, 'internet-and-web').splice(0, 1),
    'The topic "how-the-internet-works" has 0 places in the sections instead of exactly one.',
  ],
  [
    'a choice without a place',
    (it) => firstItems(it, 'tech-stacks').splice(0, 1),
    'The choice "stack" has 0 places in the sections instead of exactly one.',
  ],
  [
    'a place for what does not exist',
    (it) => firstItems(it, 'tech-stacks').push('nothing'),
    'A section lists "nothing", which is neither topic nor choice.',
  ],
  [
    'a steer from what is no option',
    (it) => it.steers.push({ when: 'http', propose: 'npm', why: 'x' }),
    'The steer from "http" to "npm" names "http", which is no option of a choice.',
  ],
  [
    'a steer to what does not exist',
    (it) => it.steers.push({ when: 'ruby', propose: 'nothing', why: 'x' }),
    'The steer from "ruby" to "nothing" names "nothing", which is no option of a choice.',
  ],
  [
    'a steer to itself',
    (it) => it.steers.push({ when: 'ruby', propose: 'ruby', why: 'x' }),
    'The steer from "ruby" proposes itself.',
  ],
  [
    'a brief that covers what does not exist',
    (it) => pick(it.briefs, 'shop-orders').covers.push('nothing'),
    'The brief "shop-orders" covers "nothing", which does not exist.',
  ],
  [
    'a brief that covers a topic twice',
    (it) => pick(it.briefs, 'shop-orders').covers.push('sql'),
    'The brief "shop-orders" covers "sql" twice.',
  ],
  [
    'an alias to what does not exist',
    (it) => Object.assign(it.aliases, { old: 'nothing' }),
    'The alias "old" leads to "nothing", which does not exist.',
  ],
  [
    'an alias over a living topic',
    (it) => Object.assign(it.aliases, { http: 'dns' }),
    'The alias "http" hides a topic of the same id.',
  ],
  [
    'an effort upside down in a topic',
    (it) => {
      topic(it, 'git').effortHours = { min: 9, max: 3 };
    },
    'The effort of the topic "git" is upside down: min is above max.',
  ],
  [
    'an effort upside down in a brief',
    (it) => {
      pick(it.briefs, 'shop-orders').effortHours = { min: 9, max: 3 };
    },
    'The effort of the brief "shop-orders" is upside down: min is above max.',
  ],
  [
    'a duration upside down',
    (it) => {
      it.durationMonths = { from: 12, to: 6 };
    },
    'The duration in months is upside down: from is above to.',
  ],
];

describe('checkRoadmap', () => {
  it('finds nothing in the roadmap as shipped', () => {
    expect(checkRoadmap(copy())).toEqual([]);
  });

  it.each(faults)('finds %s', (_name, plant, sentence) => {
    const roadmap = copy();
    plant(roadmap);
    expect(checkRoadmap(roadmap).join('\n')).toContain(sentence);
  });

  it('changes nothing in what it checks', () => {
    const roadmap = copy();
    checkRoadmap(roadmap);
    expect(roadmap).toEqual(copy());
  });
});
