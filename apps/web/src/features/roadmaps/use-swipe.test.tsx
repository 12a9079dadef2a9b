import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type MapActs, MapContext } from './map-context';
import { RoadmapMap } from './roadmap-map';
import { smallEnrolment, smallRoadmap } from './small-way.fixture';
import { viewOf } from './way-view';

const acts = { make: vi.fn<MapActs['make']>(), undo: vi.fn() };
let root: Root;
let host: HTMLElement;

function show(states: Parameters<typeof smallEnrolment>[0] = {}, canAct = true): void {
  const enrolment = smallEnrolment(states);
  const value = { roadmap: smallRoadmap, view: viewOf(smallRoadmap, enrolment), enrolment, openId: null };
  act(() =>
    root.render(
      <MemoryRouter>
        <MapContext value={{ ...value, acts: canAct ? acts : null, shownIn: new Map(), projects: [] }}>
          <RoadmapMap side={null} onClose={() => {}} />
        </MapContext>
      </MemoryRouter>,
    ),
  );
}

const link = (id = 'http') => host.querySelector(`[data-node=${id}]`) as HTMLElement;
const line = (id = 'http') => link(id).closest('[data-card]') as HTMLElement;
const made = () => acts.make.mock.calls.map(([{ topics }]) => topics);

function finger(kind: string, x: number, y: number, more: PointerEventInit = {}): void {
  const given = { pointerType: 'touch', pointerId: 1, isPrimary: true, clientX: x, clientY: y, bubbles: true, ...more };
  act(() => void link().dispatchEvent(new PointerEvent(`pointer${kind}`, given)));
}

/** Over the first topic, in steps as a finger goes; it stays on the page. */
function drag(by: number, down = 0, more: PointerEventInit = {}): void {
  finger('down', 200, 300, more);
  for (const share of [0.1, 0.3, 0.6, 1]) finger('move', 200 + by * share, 300 + down * share, more);
}
function swipe(by: number, down = 0, more: PointerEventInit = {}): void {
  drag(by, down, more);
  finger('up', 200 + by, 300 + down, more);
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
  localStorage.setItem('waymark:roadmap-view', 'outline');
  acts.make.mockReset();
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

it.each([
  ['not_started', 90, 'learning'],
  ['learning', 90, 'done'],
  ['skipped', 90, 'not_started'],
  ['done', -90, 'learning'],
  ['learning', -90, 'not_started'],
  ['not_started', -90, 'skipped'],
] as const)('of %s, by %d pixels, is %s', (before, by, after) => {
  show({ http: { state: before } });
  swipe(by);
  expect(made()).toEqual([{ http: { state: after } }]);
});

it.each([
  ['done', 90],
  ['skipped', -90],
] as const)('beyond %s there is nothing', (state, by) => {
  show({ http: { state } });
  swipe(by);
  expect(made()).toEqual([]);
});

it('shows where it leads while the finger is on it, and puts the line back', () => {
  show();
  drag(40);
  expect([line().style.translate, line().dataset.swipe]).toEqual(['40px', '']);
  finger('move', 290, 300);
  expect([line().style.translate, line().dataset.swipe]).toEqual(['90px', 'Learning']);
  finger('up', 290, 300);
  expect([line().style.translate, line().dataset.swipe]).toEqual(['', undefined]);
});

it('does nothing when the finger goes back, or not far enough', () => {
  show();
  drag(90);
  finger('move', 210, 300);
  finger('up', 210, 300);
  swipe(50);
  expect(made()).toEqual([]);
});

it('leaves scrolling to the browser: a finger that goes up or down sets nothing, and one that is taken away neither', () => {
  show();
  swipe(90, 200);
  drag(5, 40);
  finger('move', 300, 340);
  finger('up', 300, 340);
  drag(90);
  finger('cancel', 290, 300);
  finger('up', 290, 300);
  expect(made()).toEqual([]);
  expect(line().style.translate).toBe('');
});

it('is for one finger: not for a mouse, a second finger, or the edge, where the browser goes back', () => {
  show();
  swipe(90, 0, { pointerType: 'mouse' });
  swipe(90, 0, { isPrimary: false });
  finger('down', 10, 300);
  finger('move', 150, 300);
  finger('up', 150, 300);
  expect(made()).toEqual([]);
  swipe(90);
  expect(made()).toHaveLength(1);
});

it('is for who follows the roadmap', () => {
  show({}, false);
  drag(90);
  expect(line().style.translate).toBe('');
  finger('up', 290, 300);
  expect(made()).toEqual([]);
});

it('opens nothing when it ends, and a tap opens as ever', () => {
  show();
  const opened = vi.fn();
  link().addEventListener('click', opened);
  const tap = () => act(() => void link().dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })));
  swipe(90);
  tap();
  expect(opened).not.toHaveBeenCalled();
  // Most browsers make no click of a swipe: the next tap is a tap all the same.
  swipe(90);
  finger('down', 200, 300);
  finger('up', 200, 300);
  tap();
  expect(opened).toHaveBeenCalledTimes(1);
});
