import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CommentForm } from './comment-form';
import { talkText as text } from './talk.text';

vi.mock('../../api/session', () => ({ useSession: () => ({ status: 'member', account: { id: 'me' } }) }));

let root: Root;
let host: HTMLElement;
const said: string[] = [];

function draw(place: string): void {
  act(() => root?.unmount());
  host?.remove();
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  act(() => root.render(<CommentForm place={place} onSay={(words) => said.push(words)} />));
}

const field = () => host.querySelector('textarea') as HTMLTextAreaElement;
const alarm = () => host.querySelector('[role=alert]')?.textContent ?? '';

function type(words: string): void {
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  act(() => {
    set?.call(field(), words);
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const send = () =>
  act(() => host.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));

beforeEach(() => {
  localStorage.clear();
  said.length = 0;
  draw('one');
});
afterEach(() => act(() => root.unmount()));

it('keeps what is typed through leaving the page, each place its own, until it is sent', () => {
  type('Half a thought');
  draw('other');
  expect(field().value).toBe('');
  draw('one');
  expect(field().value).toBe('Half a thought');
  send();
  expect([said, field().value]).toEqual([['Half a thought'], '']);
  draw('one');
  expect(field().value).toBe('');
});

it('says beside the field what is wrong, and loses nothing', () => {
  send();
  expect(alarm()).toBe(text.empty);
  const long = 'x'.repeat(2003);
  type(long);
  expect(alarm()).toBe(text.tooLong(3));
  send();
  expect([said, field().value]).toEqual([[], long]);
});
