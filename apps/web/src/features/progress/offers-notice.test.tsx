import type { Enrolment, Offer, Roadmap } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OffersNotice } from './offers-notice';

const roadmap = {
  slug: 'mern',
  topics: ['http', 'git', 'vitest', 'jest'].map((id) => ({ id, title: id.toUpperCase() })),
  choices: [{ id: 'runner', title: 'A runner', take: 1, options: ['vitest', 'jest'] }],
} as unknown as Roadmap;
const enrolment = { choices: { runner: ['jest'] }, topics: {} } as unknown as Enrolment;

function offer(topicId: string, more: Partial<Offer> = {}): Offer {
  const from = { roadmap: 'backend', roadmapTitle: 'Backend', topicId, title: topicId.toUpperCase() };
  return { topicId, choiceId: null, from: { ...from, proof: 'shown', doneAt: null }, ...more };
}

let root: Root;
let host: HTMLElement;
const make = vi.fn();
const onGone = vi.fn();

function show(offers: readonly Offer[], at = '/roadmaps/mern'): void {
  act(() =>
    root.render(
      <MemoryRouter initialEntries={[at]}>
        <OffersNotice {...{ roadmap, enrolment, offers, onGone }} acts={{ make, undo: vi.fn() }} />
      </MemoryRouter>,
    ),
  );
}

const button = (name: string) => [...host.querySelectorAll('button')].find((each) => each.textContent === name);
const press = (name: string) => act(() => button(name)?.click());
const boxes = () => [...host.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = () => {};
  localStorage.clear();
  vi.clearAllMocks();
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
  vi.unstubAllGlobals();
});

it('says how many and from where, and marks nothing by itself', () => {
  show([offer('http'), offer('git')]);
  expect(host.textContent).toContain('2 topics here you know from Backend.');
  expect(make).not.toHaveBeenCalled();
  show([]);
  expect(host.textContent).toBe('');
});

it('marks what is left ticked, at one stroke and as known', () => {
  show([offer('http'), offer('git')]);
  press('Look at them');
  expect(boxes().map((box) => box.checked)).toEqual([true, true]);
  act(() => boxes()[1]?.click());
  press('Mark 1 topic as known');
  expect(make.mock.calls).toEqual([[{ topics: { http: { state: 'done', known: true } } }, '1 topic is known.']]);
  expect(onGone).toHaveBeenCalledOnce();
});

it('leaves an option of a decided choice unticked, and takes it when it is ticked', () => {
  show([offer('vitest', { choiceId: 'runner' })]);
  press('Look at them');
  expect(boxes().map((box) => box.checked)).toEqual([false]);
  expect(button('Mark as known')?.disabled).toBe(true);
  act(() => boxes()[0]?.click());
  press('Mark 1 topic as known');
  const change = { topics: { vitest: { state: 'done', known: true } }, choices: { runner: ['jest', 'vitest'] } };
  expect(make.mock.calls[0]?.[0]).toEqual(change);
});

it('is silent after "not now", until something else is offered', () => {
  show([offer('http')]);
  press('Not now');
  expect(host.textContent).toBe('');
  expect(onGone).toHaveBeenCalledOnce();
  show([offer('http'), offer('git')]);
  expect(host.textContent).toContain('2 topics');
});

it('stands open where a link leads to it', () => {
  show([offer('http')], '/roadmaps/mern#known');
  expect(boxes()).toHaveLength(1);
});
