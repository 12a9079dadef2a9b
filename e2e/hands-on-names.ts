import type { Page } from '@playwright/test';
import { type Hands, mapOf } from './hands';

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Presses a `summary`: ARIA has no role for it, the browser's own tree has one. */
async function pressSummary(page: Page, name: string | RegExp): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const { nodes } = await browser.send('Accessibility.getFullAXTree');
  const found = nodes.filter(
    (node) => node.role?.value === 'DisclosureTriangle' && RegExp(name).test(String(node.name?.value)),
  );
  if (found.length !== 1) throw new Error(`${found.length} summaries are called ${name}`);
  const backendNodeId = found[0]?.backendDOMNodeId ?? 0;
  const { object } = await browser.send('DOM.resolveNode', { backendNodeId });
  const functionDeclaration = 'function () { this.click(); }';
  await browser.send('Runtime.callFunctionOn', { objectId: object.objectId ?? '', functionDeclaration });
  await browser.detach();
}

/** Hands that find everything by what the accessibility tree calls it, as speech input does. One name, one thing. */
export function handsOnNames(page: Page): Hands {
  /** What lies over the page is all that can be reached. */
  async function reachable() {
    const dialogs = page.getByRole('dialog');
    return (await dialogs.count()) > 0 ? dialogs.last() : page;
  }

  const hands: Hands = {
    page,
    async press(role, name) {
      if (role === 'summary') await pressSummary(page, name);
      else await (await reachable()).getByRole(role, { name, exact: true }).click();
    },
    async choose(group, option) {
      const radios = (await reachable()).getByRole('group', { name: group, exact: true });
      await radios.getByRole('radio', { name: option, exact: true }).check();
    },
    async write(field, words, role = 'textbox') {
      await (await reachable()).getByRole(role, { name: field, exact: true }).fill(words);
    },
    writeDay: (field, day) => page.getByRole('textbox', { name: field, exact: true }).fill(day),
    close: (name) => hands.press('button', name),
    mark: (title, state) => hands.press('button', state === 'done' ? `Mark ${title} as done` : `Take ${title} back`),
    bring: (title, column) => hands.mark(title, column === 'Done' ? 'done' : 'back'),
    open: (title) =>
      mapOf(page)
        .getByRole('link', { name: new RegExp(`^${escaped(title)}(,|$)`) })
        .click(),
    async set(state) {
      await hands.press('button', state);
      const end = page.getByRole('region', { name: 'Topics selected' }).getByRole('button', { name: 'Cancel' });
      if ((await end.count()) > 0) await end.click();
    },
    async selectRange(titles) {
      await hands.press('button', 'Select');
      for (const title of titles) await hands.press('checkbox', `Select ${title}`);
    },
    async selectAll() {
      await hands.press('button', 'Select');
      await hands.press('button', 'Select all');
    },
    undo: (words) => hands.press('button', new RegExp(`^Undo: ${escaped(words)}`)),
  };
  return hands;
}
