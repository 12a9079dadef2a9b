// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { isInOneLine, undecided } from './autosave';
import { emptyDraft, fieldsOf } from './draft';
import { draftStore } from './kept-draft';

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

it('leaves out what is decided: how far it is, and who sees it', () => {
  const saved = { ...emptyDraft, title: 'One', build: 'idea' as const, visibility: 'private' as const };
  const typed = { ...saved, title: 'Two', build: 'finished' as const, visibility: 'public' as const };
  expect(undecided(typed, saved)).toEqual({ ...saved, title: 'Two' });
});

it.each([
  ['<input type="text">', true],
  ['<input type="date">', true],
  ['<input type="radio">', false],
  ['<textarea></textarea>', false],
  ['<button>Save</button>', false],
])('waits in %s until it is left: %s', (html, waits) => {
  const form = document.body.appendChild(document.createElement('form'));
  form.innerHTML = html;
  (form.firstElementChild as HTMLElement).focus();
  expect(isInOneLine(form)).toBe(waits);
  expect(isInOneLine(document.createElement('form'))).toBe(false);
});

it('keeps a draft by member and project, and reads none that is broken', () => {
  const kept = { draft: { ...emptyDraft, title: 'Mine' }, base: fieldsOf(emptyDraft), version: 3 };
  draftStore('ada', 'one').keep(kept);
  expect(draftStore('ada', 'one').read()).toEqual(kept);
  expect([draftStore('ben', 'one').read(), draftStore('ada', 'two').read()]).toEqual([null, null]);
  localStorage.setItem('waymark:project:ada:two', '{"draft":{"title":');
  localStorage.setItem('waymark:project:ada:three', '{"draft":{}}');
  expect([draftStore('ada', 'two').read(), draftStore('ada', 'three').read()]).toEqual([null, null]);
  draftStore('ada', 'one').keep(null);
  expect(draftStore('ada', 'one').read()).toBeNull();
});
