import { z } from 'zod';
import { endpoint, PageQuery, pageOf } from './endpoint.js';

/** A stable name: lower-case letters, digits and hyphens. Unique within its roadmap, never reused. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

const Text = z.string().min(1);
const HttpsUrl = z.url({ protocol: /^https$/ }).max(2048);

/** Hours of study, as a range; the middle of it is what sums are made of. */
export const EffortHours = z.strictObject({ min: z.number().positive(), max: z.number().positive() });

export const Level = z.enum(['beginner', 'intermediate', 'advanced']);

export const Resource = z.strictObject({
  id: Slug,
  title: Text,
  url: HttpsUrl,
  kind: z.enum(['article', 'docs', 'spec', 'course', 'video', 'book']),
  /** BCP 47 tag of the language that it is written in. */
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
  /** The standard itself, or the project's own documentation. */
  official: z.boolean(),
});

export const Outcome = z.strictObject({ id: Slug, text: Text });

/** The unit of progress. */
export const Topic = z.strictObject({
  id: Slug,
  /** Its place in an enrolment's arrays: given once, never reused, not an order. */
  ordinal: z.int().min(0),
  title: Text,
  requirement: z.enum(['core', 'optional', 'option']),
  level: Level,
  effortHours: EffortHours,
  prerequisites: z.array(Slug),
  text: Text,
  outcomes: z.array(Outcome).min(3).max(6),
  resources: z.array(Resource).min(1),
  /** The same thing in another roadmap carries the same skill. */
  skill: Slug,
});

/** A group of topics of which a learner takes `take`. */
export const Choice = z.strictObject({
  id: Slug,
  title: Text,
  /** What the options are for, and who should take which. */
  text: Text,
  take: z.int().min(1),
  /** An optional choice counts in no total. */
  optional: z.boolean(),
  options: z.array(Slug).min(2),
});

/** Taking one option proposes another elsewhere. It is an offer, never an act. */
export const Steer = z.strictObject({ when: Slug, propose: Slug, why: Text });

/** `items` are topic and choice ids, in the order in which they are walked. */
export const Section = z.strictObject({ id: Slug, title: Text, items: z.array(Slug).min(1) });

export const Stage = z.strictObject({
  id: Slug,
  title: Text,
  summary: Text,
  sections: z.array(Section).min(1),
});

/** A project proposal that a roadmap carries. */
export const Brief = z.strictObject({
  id: Slug,
  title: Text,
  goal: Text,
  level: Level,
  effortHours: EffortHours,
  requirements: z.array(z.strictObject({ id: Slug, text: Text })).min(3),
  covers: z.array(Slug).min(1),
  stretch: z.array(Text).min(1),
});

/** A question of the facts page with its answer, in plain paragraphs. */
export const Fact = z.strictObject({ id: Slug, question: Text, answer: Text, resources: z.array(Resource) });

export const Roadmap = z.strictObject({
  slug: Slug,
  version: z.int().min(1),
  title: Text,
  summary: Text,
  source: z.strictObject({ title: Text, url: HttpsUrl, asOf: z.iso.date() }),
  /** How long the source says that it takes. */
  durationMonths: z.strictObject({ from: z.number().positive(), to: z.number().positive() }),
  stages: z.array(Stage).min(1),
  topics: z.array(Topic).min(1),
  choices: z.array(Choice),
  steers: z.array(Steer),
  briefs: z.array(Brief),
  facts: z.array(Fact),
  /** Old id to new id: a renamed topic keeps every tick. */
  aliases: z.record(Slug, Slug),
});

/** What a list of roadmaps shows of each. `effortHours` is the required path. */
export const RoadmapCard = z.strictObject({
  slug: Slug,
  version: z.int(),
  title: Text,
  summary: Text,
  stages: z.int(),
  topics: z.int(),
  requiredTopics: z.int(),
  effortHours: EffortHours,
  briefs: z.int(),
});

export type Roadmap = z.infer<typeof Roadmap>;
export type RoadmapCard = z.infer<typeof RoadmapCard>;
export type Topic = z.infer<typeof Topic>;
export type Choice = z.infer<typeof Choice>;
export type Stage = z.infer<typeof Stage>;
export type Brief = z.infer<typeof Brief>;
export type Resource = z.infer<typeof Resource>;
export type Fact = z.infer<typeof Fact>;

export const RoadmapPath = z.strictObject({ slug: Slug });

export const roadmaps = {
  listRoadmaps: endpoint('listRoadmaps', {
    summary: 'The roadmaps of this instance',
    access: 'anyone',
    query: PageQuery,
    answer: pageOf(RoadmapCard),
    problems: [],
  }),
  readRoadmap: endpoint('readRoadmap', {
    summary: 'A whole roadmap: every text, resource, choice and brief',
    access: 'anyone',
    params: RoadmapPath,
    answer: Roadmap,
    problems: ['not-found'],
  }),
};
