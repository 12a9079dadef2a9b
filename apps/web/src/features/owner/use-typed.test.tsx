import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useTyped } from './use-typed';

const found = vi.fn();
let root: Root;
let host: HTMLElement;
let type: (text: string) => void;

function Search({ value }: { value: string }) {
  const [typed, setTyped] = useTyped(value, found);
  type = (text) => act(() => setTyped(text));
  return <output>{typed}</output>;
}

const show = (value: string) => act(() => root.render(<Search value={value} />));
const rest = (ms: number) => act(() => vi.advanceTimersByTime(ms));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  show('');
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
  vi.useRealTimers();
  found.mockClear();
});

it('shows each letter at once, and looks once when the typing rests', () => {
  for (const text of ['a', 'ad', 'ada']) {
    type(text);
    rest(100);
  }
  expect(host.textContent).toBe('ada');
  expect(found).not.toHaveBeenCalled();
  rest(250);
  expect(found.mock.calls).toEqual([['ada']]);
});

it('does not look for what is looked for already', () => {
  type('ada');
  rest(250);
  type('ada ');
  rest(500);
  expect(found).toHaveBeenCalledOnce();
  expect(host.textContent).toBe('ada ');
});

it('leaves what is typed alone when the address catches up', () => {
  type('ada');
  rest(250);
  type('ada l');
  show('ada');
  expect(host.textContent).toBe('ada l');
});

it('follows an address that changed by itself, without looking again', () => {
  type('ada');
  rest(250);
  show('ada');
  show('ben');
  rest(500);
  expect(host.textContent).toBe('ben');
  expect(found).toHaveBeenCalledOnce();
});
