import type { MyProject } from '@waymark/contract';
import { describe, expect, it } from 'vitest';
import { emptyDraft, fieldsOf } from './draft';
import { filterProjects, filtersOf } from './filter-projects';

const at = '2026-11-20T10:00:00Z';
const { writeUp: _, ...fields } = fieldsOf(emptyDraft);
const card = (title: string, more: Partial<MyProject> = {}): MyProject => ({
  ...fields,
  ...{
    id: title,
    title,
    version: 1,
    createdAt: at,
    updatedAt: at,
    skills: [],
    review: null,
    met: { covers: [], skills: [] },
  },
  ...more,
});

const all = [
  card('Shortener', {
    review: 'approved',
    visibility: 'public',
    stack: ['Node.js'],
    covers: [{ roadmap: 'backend', topicId: 'http', where: '' }],
  }),
  card('Café', { review: 'requested', summary: 'Orders' }),
  card('Old', { isArchived: true }),
];
const found = (address: string) =>
  filterProjects(all, filtersOf(new URLSearchParams(address))).map(({ title }) => title);

describe('the projects that an address means', () => {
  it.each([
    ['', ['Shortener', 'Café']],
    ['archive=1', ['Old']],
    ['review=approved', ['Shortener']],
    ['review=none', []],
    ['visibility=public', ['Shortener']],
    ['roadmap=backend', ['Shortener']],
    ['roadmap=frontend', []],
    ['topic=backend/http', ['Shortener']],
    ['topic=backend/dns', []],
    ['q=cafe', ['Café']],
    ['q=node shortener', ['Shortener']],
    ['q=orders node', []],
    ['review=approved&visibility=private', []],
  ])('%j are %j', (address, titles) => expect(found(address)).toEqual(titles));

  it('are all where it means nothing', () => {
    expect(found('review=x&visibility=y&topic=<z>')).toEqual(['Shortener', 'Café']);
  });
});
