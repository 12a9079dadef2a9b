import type { Enrolment, ProjectCard, Roadmap } from '@waymark/contract';
import { expect, it } from 'vitest';
import { buildNext } from './build-next';

const roadmap = {
  briefs: [
    { id: 'inbox', covers: ['http', 'rest', 'sql'] },
    { id: 'relay', covers: ['http', 'tls'] },
    { id: 'chat', covers: ['sockets'] },
  ],
} as unknown as Roadmap;

function next(proofs: Record<string, string>, briefIds: (string | null)[] = []) {
  const topics = Object.fromEntries(Object.entries(proofs).map(([id, proof]) => [id, { proof }]));
  const projects = briefIds.map((briefId) => ({ briefId })) as ProjectCard[];
  const found = buildNext(roadmap, { topics } as unknown as Enrolment, projects);
  return found && [found.brief.id, found.shows];
}

it('is the brief that shows most of what is done and not shown', () => {
  expect(next({ http: 'learned', rest: 'learned' })).toEqual(['inbox', 2]);
  expect(next({ http: 'learned', rest: 'shown', tls: 'learned', sql: 'confirmed' })).toEqual(['relay', 2]);
});

it('is none that is taken up already', () => {
  expect(next({ http: 'learned', rest: 'learned' }, ['inbox', null])).toEqual(['relay', 1]);
});

it('is none when nothing is left to show', () => {
  expect(next({})).toBeNull();
  expect(next({ http: 'confirmed', rest: 'shown' })).toBeNull();
});
