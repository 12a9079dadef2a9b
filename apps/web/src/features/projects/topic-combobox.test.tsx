import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TopicCombobox } from './topic-combobox';
import type { KnownTopic } from './topic-list';

const topics: KnownTopic[] = ['Browsers and HTTP', 'REST', 'HTTPS and TLS', 'GraphQL'].map((title) => ({
  key: `backend/${title.toLowerCase().replaceAll(' ', '-')}`,
  roadmap: 'backend',
  roadmapTitle: 'Backend',
  topicId: title.toLowerCase().replaceAll(' ', '-'),
  title,
  place: 'The web',
  mark: 'learned',
}));

let root: Root;
let picked: string[];
const box = () => document.querySelector<HTMLInputElement>('[role="combobox"]') as HTMLInputElement;
const options = () => [...document.querySelectorAll('[role="option"]')];
const active = () => document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent ?? null;
const status = () => document.querySelector('[role="status"]')?.textContent;

function press(key: string) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  act(() => void box().dispatchEvent(event));
  return event;
}

function type(text: string) {
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  act(() => {
    set?.call(box(), text);
    box().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  picked = [];
  const host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  act(() => root.render(<TopicCombobox topics={topics} onPick={(topic) => picked.push(topic.title)} />));
});

afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

describe('adding topics by keyboard', () => {
  it('finds by a part of the name, the ones that begin with it first, and says how many', () => {
    type('ht');
    expect(options().map((option) => option.textContent)).toEqual([
      'HTTPS and TLS The web',
      'Browsers and HTTP The web',
    ]);
    expect(box().getAttribute('aria-expanded')).toBe('true');
    expect(status()).toBe('2 topics found');
    type('tls');
    expect(options()).toHaveLength(1);
  });

  it('moves with the arrows, round the ends, and tells which one is meant', () => {
    press('ArrowDown');
    expect(active()).toContain('Browsers');
    press('ArrowDown');
    expect(active()).toContain('REST');
    press('ArrowUp');
    expect(active()).toContain('Browsers');
    press('ArrowUp');
    expect(active()).toContain('GraphQL');
    press('ArrowDown');
    expect(active()).toContain('Browsers');
  });

  it('adds with Enter, sends no form by it, and is ready for the next', () => {
    type('rest');
    expect(press('Enter').defaultPrevented).toBe(true);
    expect(picked).toEqual(['REST']);
    expect(box().value).toBe('');
    expect(box().getAttribute('aria-expanded')).toBe('false');
    expect(status()).toBe('Added REST');
    type('graph');
    press('Enter');
    expect(picked).toEqual(['REST', 'GraphQL']);
  });

  it('closes with Escape, then empties, and adds nothing that is not found', () => {
    type('http');
    press('Escape');
    expect(box().getAttribute('aria-expanded')).toBe('false');
    expect(box().value).toBe('http');
    press('Escape');
    expect(box().value).toBe('');
    type('zzz');
    expect(status()).toBe('No topic of your roadmaps is called so.');
    press('Enter');
    expect(picked).toEqual([]);
  });
});
