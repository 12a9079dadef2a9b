import { expect, type Page } from '@playwright/test';
import type { Hands, Role } from './hands';

interface Named {
  role: string;
  name: string;
}

/** As the browser's own tree calls what the steps call by its HTML. */
const ownRoles: Partial<Record<Role | 'day', string>> = { summary: 'DisclosureTriangle', day: 'Date' };
const mostStops = 150;

const fits = (name: string, wanted: string | RegExp) =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);

/** Reads what has the focus, by role and name, out of the browser's own accessibility tree. */
async function focusReader(page: Page): Promise<() => Promise<Named>> {
  const browser = await page.context().newCDPSession(page);
  return async () => {
    const { result } = await browser.send('Runtime.evaluate', { expression: 'document.activeElement' });
    const objectId = result.objectId ?? '';
    const { nodes } = await browser.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false });
    return { role: String(nodes[0]?.role?.value ?? ''), name: String(nodes[0]?.name?.value ?? '') };
  };
}

/** Hands that never leave the keyboard, and that never lose their place. */
export async function handsOnKeys(page: Page): Promise<Hands> {
  const { keyboard } = page;
  const readFocus = await focusReader(page);

  async function move(key: string, isThere: () => Promise<boolean>, wanted: string): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await isThere()) return;
      await keyboard.press(key);
      const { role, name } = await readFocus();
      passed.push(`${role} “${name}”`);
    }
    throw new Error(`${key} never came to ${wanted}, but by ${passed.join(', ')}`);
  }

  async function tabTo(role: Role | 'day', wanted: string | RegExp): Promise<void> {
    const own = ownRoles[role] ?? role;
    const isThere = async () => {
      const focused = await readFocus();
      return focused.role === own && fits(focused.name, wanted);
    };
    await move('Tab', isThere, `${role} ${wanted}`);
  }

  /** Where the focus falls to the page as a whole, who cannot point has to begin again. */
  async function expectPlace(): Promise<void> {
    const hasPlace = () => page.evaluate(() => document.activeElement !== document.body);
    await expect.poll(hasPlace, 'something has the focus').toBe(true);
  }

  const isOnMap = () => page.evaluate(() => document.activeElement?.matches('main [data-node]') ?? false);

  async function goTo(title: string): Promise<void> {
    await move('Tab', isOnMap, 'the map');
    await keyboard.press('Home');
    await move('ArrowRight', async () => fits((await readFocus()).name, new RegExp(`^${title}(,|$)`)), title);
  }

  /** Through the columns, each from its top, until the card is found. */
  async function goToCard(title: string): Promise<void> {
    const isThere = async () => (await readFocus()).name.startsWith(`${title},`);
    await move('Tab', isOnMap, 'the board');
    for (let column = 0; column < 4; column += 1) await keyboard.press('ArrowLeft');
    for (let column = 0; column < 4; column += 1) {
      await keyboard.press('Home');
      let above: Named | null = null;
      for (let here = await readFocus(); here.name !== above?.name; here = await readFocus()) {
        if (await isThere()) return;
        above = here;
        await keyboard.press('ArrowDown');
      }
      await keyboard.press('ArrowRight');
    }
    throw new Error(`${title} is in no column`);
  }

  return {
    page,
    async press(role, name) {
      await tabTo(role, name);
      await keyboard.press(role === 'checkbox' ? 'Space' : 'Enter');
      await expectPlace();
    },
    async choose(group, option) {
      const radios = page.getByRole('group', { name: group, exact: true });
      await expect(radios).toBeVisible();
      const isIn = () => radios.evaluate((each) => each.contains(document.activeElement));
      await move('Tab', isIn, `the group ${group}`);
      await move('ArrowRight', async () => (await readFocus()).name === option, `the option ${option}`);
      await keyboard.press('Space');
      await expect(radios.getByRole('radio', { name: option, exact: true })).toBeChecked();
    },
    async write(field, words, role = 'textbox') {
      await tabTo(role, field);
      await keyboard.press('ControlOrMeta+a');
      await keyboard.press('Delete');
      await keyboard.type(words);
    },
    async writeDay(field, day) {
      await tabTo('day', field);
      // The same where the month comes first: the days of the steps are those of their month.
      await keyboard.type(day.split('-').toReversed().join(''));
      await expect(page.getByLabel(field, { exact: true })).toHaveValue(day);
    },
    async close() {
      await keyboard.press('Escape');
      await expectPlace();
    },
    async mark(title, state) {
      await goTo(title);
      await keyboard.press(state === 'done' ? 'd' : 'r');
      await expectPlace();
    },
    async bring(title, column) {
      await goToCard(title);
      await keyboard.press(column === 'Done' ? 'd' : 'r');
      // The focus stays in its column, at the next card, and the next key is heard.
      await expect.poll(isOnMap, 'the focus is on the board').toBe(true);
    },
    async open(title) {
      await goTo(title);
      await keyboard.press('Enter');
      await expect.poll(readFocus).toEqual({ role: 'heading', name: title });
    },
    async set(state) {
      await keyboard.press({ Done: 'd', Learning: 'l', Skip: 's' }[state]);
      await expectPlace();
    },
    async selectRange([first, ...others]) {
      await goTo(first);
      await keyboard.press('x');
      for (const _ of others) await keyboard.press('Shift+ArrowRight');
    },
    selectAll: () => keyboard.press('ControlOrMeta+a'),
    async undo() {
      await keyboard.press('u');
      await expectPlace();
    },
  };
}
