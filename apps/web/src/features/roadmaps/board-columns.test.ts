import { describe, expect, it } from 'vitest';
import { columnsOf } from './board-columns';
import { filterStages, noFilter } from './map-filter';
import { rollOf } from './roll-of';
import { smallEnrolment, smallRoadmap } from './small-way.fixture';
import { visibleIds } from './visible-ids';
import { type ChoiceNode, viewOf } from './way-view';

const enrolment = smallEnrolment(
  {
    http: { state: 'done', proof: 'learned' },
    dns: { state: 'skipped' },
    node: { state: 'learning' },
    rest: { state: 'done', proof: 'confirmed' },
  },
  { language: ['node'] },
);
const view = viewOf(smallRoadmap, enrolment);
const board = columnsOf(view.stages);
const idsIn = (state: string) =>
  board.find((column) => column.state === state)?.groups.flatMap(({ nodes }) => nodes.map(({ id }) => id));

describe('the board', () => {
  it('puts each topic by its state, in walking order', () => {
    expect(idsIn('done')).toEqual(['http', 'rest']);
    expect(idsIn('skipped')).toEqual(['dns']);
    expect(idsIn('not_started')).toEqual(['extra', 'python', 'manager', 'npm', 'pip']);
  });

  it('puts a choice where its ways come to, and counts topics alone', () => {
    expect(idsIn('learning')).toEqual(['language', 'node']);
    expect(board.map(({ count }) => count)).toEqual([4, 1, 2, 1]);
  });

  it('groups by stage, in each column those that have something there', () => {
    const stages = board.map(({ groups }) => groups.map((group) => group.view.stage.id));
    expect(stages).toEqual([['one', 'two'], ['two'], ['one', 'two'], ['one']]);
  });

  it('shows what the other looks show, whatever the filter', () => {
    for (const filter of [noFilter, { ...noFilter, hideDone: true }, { ...noFilter, text: 'p' }]) {
      const stages = filterStages(view.stages, filter);
      const shown = columnsOf(stages).flatMap(({ groups }) => groups.flatMap(({ nodes }) => nodes.map(({ id }) => id)));
      expect(shown.toSorted()).toEqual(visibleIds(stages).toSorted());
    }
  });
});

describe('what a choice comes to', () => {
  const roll = (...given: Parameters<typeof smallEnrolment>) =>
    rollOf(viewOf(smallRoadmap, smallEnrolment(...given)).nodes.get('language') as ChoiceNode);

  it('is nothing until a way is begun', () => {
    expect(roll()).toEqual({ mark: 'not_started', required: 1, done: 0, shown: 0, confirmed: 0 });
    expect(roll({ node: { state: 'learning' } }, { language: ['node'] }).mark).toBe('learning');
  });

  it('counts what is done on the ways taken, and no more than it asks for', () => {
    const done = { state: 'done', proof: 'shown' } as const;
    expect(roll({ node: done }, {}).done).toBe(0);
    const both = roll({ node: done, python: done }, { language: ['node', 'python'] });
    expect(both).toEqual({ mark: 'shown', required: 1, done: 1, shown: 1, confirmed: 0 });
  });

  it('asks for nothing once it is skipped whole', () => {
    const skipped = { state: 'skipped' } as const;
    expect(roll({ node: skipped, python: skipped })).toMatchObject({ mark: 'skipped', required: 0 });
  });
});
