import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { acts, close, drawn, focused, mapForEach, node, press, show, stops } from './map-page.fixture';
import { smallEnrolment } from './small-way.fixture';
import { standIn } from './use-roving';

mapForEach();

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
    const field = drawn.host.querySelector('input[type=search]') as HTMLElement;
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
    drawn.enrolment = smallEnrolment({ dns: { state: 'done', proof: 'learned' } });
    show();
    act(() => node('dns')?.focus());
    press('d');
    expect(acts.make).not.toHaveBeenCalled();
    press('r');
    expect(acts.make).toHaveBeenCalledWith({ topics: { dns: { state: 'not_started' } } });
  });

  it('sets the open topic when none is in focus, and the one in focus before the open one', () => {
    drawn.openId = 'rest';
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
    drawn.openId = 'rest';
    show();
    press('Escape');
    expect(close).toHaveBeenCalledOnce();
  });

  it('is silent where the map is to be read only', () => {
    drawn.canAct = false;
    show();
    act(() => node('dns')?.focus());
    press('d');
    expect(acts.make).not.toHaveBeenCalled();
  });
});

describe('the focus', () => {
  it('goes to the next topic, before the next frame, when the one in focus is hidden by what was done to it', async () => {
    show();
    const hide = [...drawn.host.querySelectorAll('label')].find((each) => each.textContent?.startsWith('Hide done'));
    act(() => hide?.querySelector('input')?.click());
    act(() => node('dns')?.focus());
    drawn.enrolment = smallEnrolment({ dns: { state: 'done', proof: 'learned' } });
    show();
    expect(node('dns')).toBeNull();
    await act(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(focused()).toBe('extra');
  });

  it('goes back to the topic when it is closed', () => {
    drawn.openId = 'rest';
    show();
    drawn.openId = null;
    show();
    expect(focused()).toBe('rest');
  });

  it('falls to the one before when nothing follows', () => {
    expect(standIn('c', ['a', 'b', 'c'], ['a', 'b'])).toBe('b');
    expect(standIn('b', ['a', 'b', 'c'], ['a', 'c'])).toBe('c');
    expect(standIn('a', ['a'], [])).toBeNull();
  });
});

it('is done by one tap on the mark, and taken back to what it was by another', () => {
  drawn.enrolment = smallEnrolment({ dns: { state: 'learning' } });
  show();
  const tap = () => act(() => node('dns')?.closest('[data-card]')?.querySelector('button')?.click());
  tap();
  expect(acts.make).toHaveBeenLastCalledWith({ topics: { dns: { state: 'done' } } });
  drawn.enrolment = smallEnrolment({ dns: { state: 'done', proof: 'learned' } });
  show();
  tap();
  expect(acts.make).toHaveBeenLastCalledWith({ topics: { dns: { state: 'learning' } } });
});
