// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepFocus } from './keep-focus';

let end: () => void;

beforeEach(() => {
  end = keepFocus();
  document.body.innerHTML = `
    <main>
      <h1 tabindex="-1">Page</h1>
      <section id="links">
        <a href="#a">A</a><button id="removeA">Remove A</button>
        <form><input id="title" /><button id="save">Save</button></form>
        <button id="add">Add</button>
      </section>
      <section id="alone"><button id="only">Only</button></section>
    </main>
    <section id="messages"><button id="undo">Undo</button></section>`;
});

afterEach(() => {
  end();
  history.replaceState(null, '', '/');
});

const by = (id: string) => document.getElementById(id) as HTMLElement;

/** Presses it by a key, or by a finger, whereupon `change` takes place. */
async function press(id: string, change: () => void, how = 'keydown'): Promise<void> {
  by(id).focus();
  document.dispatchEvent(new Event(how));
  change();
  await Promise.resolve();
}

const focused = () => document.activeElement?.id || document.activeElement?.tagName;

it('leads to what stands now where it stood', async () => {
  await press('save', () => document.querySelector('form')?.remove());
  expect(focused()).toBe('add');
});

it('leads to what took its place, not to what stands behind it', async () => {
  const stop = Object.assign(document.createElement('button'), { id: 'stop' });
  await press('title', () => document.querySelector('form')?.replaceWith(stop));
  expect(focused()).toBe('stop');
});

it('leaves it to what looks after the focus by itself, for one frame', async () => {
  by('save').dataset.keepsFocus = '';
  await press('save', () => document.querySelector('form')?.remove());
  expect(focused()).toBe('BODY');
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(focused()).toBe('add');
});

it('leads to the last one where nothing comes after', async () => {
  await press('add', () => by('add').remove());
  expect(focused()).toBe('save');
});

it('leads back to where one came from, out of a part that is empty now', async () => {
  by('title').focus();
  await press('undo', () => by('undo').remove());
  expect(focused()).toBe('title');
});

it('leads to the title of the page where nothing else is left', async () => {
  await press('only', () => by('alone').remove());
  expect(focused()).toBe('H1');
});

it('leads nowhere on another page, and for who has pressed with a finger', async () => {
  await press('add', () => by('add').remove(), 'pointerdown');
  expect(focused()).toBe('BODY');
  await press('save', () => {
    history.replaceState(null, '', '/elsewhere');
    by('save').remove();
  });
  expect(focused()).toBe('BODY');
});

it('leaves the focus to whoever has led it already', async () => {
  await press('save', () => {
    by('save').remove();
    by('only').focus();
  });
  expect(focused()).toBe('only');
});
