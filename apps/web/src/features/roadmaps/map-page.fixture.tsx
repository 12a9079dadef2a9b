import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter, useNavigate } from 'react-router';
import { afterEach, beforeEach, vi } from 'vitest';
import { type MapActs, MapContext } from './map-context';
import { RoadmapMap } from './roadmap-map';
import { smallEnrolment, smallRoadmap } from './small-way.fixture';
import { viewOf } from './way-view';

export const acts = { make: vi.fn<MapActs['make']>(), undo: vi.fn() };
export const close = vi.fn();
let root: Root;

/** What the page is drawn of and where: a test changes it, and shows it again. */
export const drawn = {
  enrolment: smallEnrolment(),
  /** The topic or choice that is open beside the map. */
  openId: null as string | null,
  canAct: true,
  host: document.body,
};

function Page() {
  useNavigate();
  const { enrolment, openId, canAct } = drawn;
  const view = viewOf(smallRoadmap, enrolment);
  const value = { roadmap: smallRoadmap, view, enrolment, openId, acts: canAct ? acts : null };
  return (
    <MapContext value={{ ...value, shownIn: new Map(), projects: [] }}>
      <RoadmapMap side={null} onClose={close} />
    </MapContext>
  );
}

export const show = () =>
  act(() =>
    root.render(
      <MemoryRouter>
        <Page />
      </MemoryRouter>,
    ),
  );
export const node = (id: string) => drawn.host.querySelector<HTMLElement>(`[data-node=${id}]`);
export const focused = () => (document.activeElement as HTMLElement | null)?.dataset.node;
export const stops = () =>
  [...drawn.host.querySelectorAll<HTMLElement>('[data-node][tabindex="0"]')].map((each) => each.dataset.node);

export function press(key: string, more: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  act(() => void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })));
}

/** A map anew for each test of the file. */
export function mapForEach(): void {
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
    const query = document.querySelector.bind(document);
    vi.spyOn(document, 'querySelector').mockImplementation((selector: string) => query(selector.replace(':modal', '')));
    localStorage.setItem('waymark:roadmap-view', 'trail');
    drawn.enrolment = smallEnrolment();
    drawn.openId = null;
    drawn.canAct = true;
    drawn.host = document.body.appendChild(document.createElement('div'));
    root = createRoot(drawn.host);
  });

  afterEach(() => {
    act(() => root.unmount());
    drawn.host.remove();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    acts.make.mockClear();
    acts.undo.mockClear();
    close.mockClear();
  });
}
