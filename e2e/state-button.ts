import type { Locator, Page } from '@playwright/test';

/** Of the topic that is open: the button that sets this state, pressed while it holds. */
export function stateButton(page: Page, state: 'Learning' | 'Done'): Locator {
  return page.getByRole('group', { name: 'State', exact: true }).getByRole('button', { name: new RegExp(`^${state}`) });
}
