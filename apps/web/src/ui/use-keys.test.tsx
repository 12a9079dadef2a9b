import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type KeyOptions, useKeys } from './use-keys';

const done = vi.fn();
const find = vi.fn();
let root: Root;
let host: HTMLElement;

function Page(options: KeyOptions) {
  useKeys({ d: { text: 'Done', run: done }, 'mod+k': { text: 'Find', run: find } }, options);
  return (
    <>
      <input aria-label="Field" />
      <input type="checkbox" aria-label="Box" />
      <textarea aria-label="Text" />
    </>
  );
}

function show(options: KeyOptions = {}): void {
  act(() => root.render(<Page {...options} />));
}

function press(init: KeyboardEventInit, target: EventTarget = document.body): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
}

beforeEach(() => {
  // jsdom does not know :modal.
  const query = document.querySelector.bind(document);
  vi.spyOn(document, 'querySelector').mockImplementation((selector: string) => query(selector.replace(':modal', '')));
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
  vi.restoreAllMocks();
  done.mockClear();
  find.mockClear();
});

it('hears a key, in either case', () => {
  show();
  press({ key: 'd' });
  press({ key: 'D', shiftKey: true });
  expect(done).toHaveBeenCalledTimes(2);
});

it.each(['input', 'textarea'])('is silent inside %s', (field) => {
  show();
  press({ key: 'd' }, host.querySelector(field) ?? document.body);
  expect(done).not.toHaveBeenCalled();
});

it('is not silenced by a checkbox, in which nobody types', () => {
  show();
  press({ key: 'd' }, host.querySelector('[type=checkbox]') ?? document.body);
  expect(done).toHaveBeenCalledOnce();
});

it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])('leaves the browser its own keys: %o', (modifier) => {
  show();
  press({ key: 'd', ...modifier });
  expect(done).not.toHaveBeenCalled();
});

it('hears Ctrl and ⌘ keys even inside a field', () => {
  show();
  press({ key: 'k', ctrlKey: true }, host.querySelector('input') ?? document.body);
  press({ key: 'k', metaKey: true });
  expect(find).toHaveBeenCalledTimes(2);
});

it('is silent when told so, and when gone', () => {
  show({ when: false });
  press({ key: 'd' });
  act(() => root.render(null));
  press({ key: 'd' });
  expect(done).not.toHaveBeenCalled();
});

it('is silent behind a dialog, unless the keys belong to it', () => {
  const dialog = document.body.appendChild(document.createElement('dialog'));
  dialog.setAttribute('open', '');
  show();
  press({ key: 'd' });
  expect(done).not.toHaveBeenCalled();
  show({ inDialog: true });
  press({ key: 'd' });
  expect(done).toHaveBeenCalledOnce();
  dialog.remove();
});
