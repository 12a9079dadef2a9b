import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter, useNavigate } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type MapActs, MapContext } from './map-context';
import { RoadmapMap } from './roadmap-map';
import { smallEnrolment, smallRoadmap } from './small-way.fixture';
import { standIn } from './use-roving';
import { viewOf } from './way-view';

const acts = { make: vi.fn<MapActs['make']>(), undo: vi.fn() };
const close = vi.fn();
let root: Root;
let host: HTMLElement;
let enrolment = smallEnrolment();
let openId: string | null = null;
let canAct = true;

function Page() {
  useNavigate();
  const view = viewOf(smallRoadmap, enrolment);
  const value = { roadmap: smallRoadmap, view, enrolment, openId, acts: canAct ? acts : null };
  return (
    <MapContext value={{ ...value, shownIn: new Map(), projects: [] }}>
      <RoadmapMap side={null} onClose={close} />
    </MapContext>
  );
}

const show = () =>
  act(() =>
    root.render(
      <MemoryRouter>
        <Page />
      </MemoryRouter>,
    ),
  );
const node = (id: string) => host.querySelector<HTMLElement>(`[data-node=${id}]`);
const focused = () => (document.activeElement as HTMLElement | null)?.dataset.node;
const stops = () =>
  [...host.querySelectorAll<HTMLElement>('[data-node][tabindex="0"]')].map((each) => each.dataset.node);

function press(key: string, more: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  act(() => void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })));
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
  const query = document.querySelector.bind(document);
  vi.spyOn(document, 'querySelector').mockImplementation((selector: string) => query(selector.replace(':modal', '')));
  localStorage.setItem('waymark:roadmap-view', 'trail');
  enrolment = smallEnrolment();
  openId = null;
  canAct = true;
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  acts.make.mockClear();
  acts.undo.mockClear();
  close.mockClear();
});

describe('the keys of the map', () => {
  it('has one stop for the Tab key, at first where one is', () => {
    show();
    expect(stops()).toEqual(['http']);
  });

  it('moves by arrows through topics, choices and ways in reading order', () => {
    show();
    act(() => node('http')?.focus());
    press('ArrowRight');
    expect(focused()).toBe('dns');
    for (const _ of 'four') press('ArrowRight');
    expect(focused()).toBe('python');
    expect(stops()).toEqual(['python']);
    press('End');
    expect(focused()).toBe('pip');
    press('ArrowLeft');
    expect(focused()).toBe('npm');
  });

  it('leaves arrows alone with a modifier, and outside the map', () => {
    show();
    act(() => node('http')?.focus());
    press('ArrowRight', { altKey: true });
    expect(focused()).toBe('http');
    const field = host.querySelector('input[type=search]') as HTMLElement;
    act(() => field.focus());
    press('ArrowRight');
    expect(document.activeElement).toBe(field);
  });

  it.each([
    ['d', 'done'],
    ['L', 'learning'],
    ['s', 'skipped'],
  ])('sets the topic in focus with %s', (key, state) => {
    show();
    act(() => node('dns')?.focus());
    press(key);
    expect(acts.make).toHaveBeenCalledExactlyOnceWith({ topics: { dns: { state } } });
  });

  it('resets what was begun, and leaves alone what already is so', () => {
    enrolment = smallEnrolment({ dns: { state: 'done', proof: 'learned' } });
    show();
    act(() => node('dns')?.focus());
    press('d');
    expect(acts.make).not.toHaveBeenCalled();
    press('r');
    expect(acts.make).toHaveBeenCalledWith({ topics: { dns: { state: 'not_started' } } });
  });

  it('sets the open topic when none is in focus, and the one in focus before the open one', () => {
    openId = 'rest';
    show();
    press('d');
    expect(acts.make).toHaveBeenLastCalledWith({ topics: { rest: { state: 'done' } } });
    act(() => node('http')?.focus());
    press('d');
    expect(acts.make).toHaveBeenLastCalledWith({ topics: { http: { state: 'done' } } });
  });

  it('skips a choice whole, and does nothing else with it', () => {
    show();
    act(() => node('language')?.focus());
    press('d');
    expect(acts.make).not.toHaveBeenCalled();
    press('s');
    expect(acts.make.mock.calls[0]?.[0].topics).toEqual({ node: { state: 'skipped' }, python: { state: 'skipped' } });
  });

  it('undoes with U, and closes with Escape only what is open', () => {
    show();
    press('u');
    expect(acts.undo).toHaveBeenCalledOnce();
    press('Escape');
    expect(close).not.toHaveBeenCalled();
    openId = 'rest';
    show();
    press('Escape');
    expect(close).toHaveBeenCalledOnce();
  });

  it('is silent where the map is to be read only', () => {
    canAct = false;
    show();
    act(() => node('dns')?.focus());
    press('d');
    expect(acts.make).not.toHaveBeenCalled();
  });
});

describe('the focus', () => {
  it('goes to the next topic when the one in focus is hidden by what was done to it', () => {
    show();
    const hide = [...host.querySelectorAll('label')].find((each) => each.textContent?.startsWith('Hide done'));
    act(() => hide?.querySelector('input')?.click());
    act(() => node('dns')?.focus());
    enrolment = smallEnrolment({ dns: { state: 'done', proof: 'learned' } });
    show();
    expect(node('dns')).toBeNull();
    expect(focused()).toBe('extra');
  });

  it('goes back to the topic when it is closed', () => {
    openId = 'rest';
    show();
    openId = null;
    show();
    expect(focused()).toBe('rest');
  });

  it('falls to the one before when nothing follows', () => {
    expect(standIn('c', ['a', 'b', 'c'], ['a', 'b'])).toBe('b');
    expect(standIn('b', ['a', 'b', 'c'], ['a', 'c'])).toBe('c');
    expect(standIn('a', ['a'], [])).toBeNull();
  });
});

describe('many at once', () => {
  const bar = () => host.querySelector('[data-bulk-bar] [role=status]')?.textContent;

  it('selects with X and by a range, sets all as one act, and lets them go', () => {
    show();
    act(() => node('http')?.focus());
    press('x');
    press('ArrowRight');
    press('x');
    expect(bar()).toBe('2 topics selected');
    press('d');
    expect(acts.make).toHaveBeenCalledExactlyOnceWith({ topics: { http: { state: 'done' }, dns: { state: 'done' } } });
    expect(bar()).toBeUndefined();
  });

  it('passes over choices in a range, and begins it where one stands', () => {
    show();
    act(() => node('extra')?.focus());
    for (const _ of 'four') press('ArrowRight', { shiftKey: true });
    expect(bar()).toBe('4 topics selected');
    expect(node('language')?.dataset.selected).toBeUndefined();
    press('Escape');
    expect(bar()).toBeUndefined();
  });

  it('selects all that the filter shows, and what is hidden is let go', () => {
    show();
    act(() => node('http')?.focus());
    press('a', { ctrlKey: true });
    expect(bar()).toBe('8 topics selected');
    const core = [...host.querySelectorAll('button')].find((each) => each.textContent?.startsWith('Core'));
    act(() => core?.click());
    expect(bar()).toBe('3 topics selected');
  });

  it('selects all by a button, too, and lets them go by the same', () => {
    show();
    const click = (words: string) =>
      act(() => [...host.querySelectorAll('button')].find((each) => each.textContent === words)?.click());
    click('Select');
    click('Select all');
    expect(bar()).toBe('8 topics selected');
    click('Select none');
    expect(bar()).toBe('Choose topics');
  });

  it('selects nothing where the map is to be read only', () => {
    canAct = false;
    show();
    act(() => node('http')?.focus());
    press('x');
    press('a', { ctrlKey: true });
    expect(bar()).toBeUndefined();
  });
});

it('is done by one tap on the mark, and taken back to what it was by another', () => {
  enrolment = smallEnrolment({ dns: { state: 'learning' } });
  show();
  const tap = () => act(() => node('dns')?.closest('[data-card]')?.querySelector('button')?.click());
  tap();
  expect(acts.make).toHaveBeenLastCalledWith({ topics: { dns: { state: 'done' } } });
  enrolment = smallEnrolment({ dns: { state: 'done', proof: 'learned' } });
  show();
  tap();
  expect(acts.make).toHaveBeenLastCalledWith({ topics: { dns: { state: 'learning' } } });
});
