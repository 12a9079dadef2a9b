import type { Locator, Page } from '@playwright/test';

/** What can be acted on, as the accessibility tree calls it. A `summary` has a role in the browser's own tree alone. */
export type Role = 'button' | 'link' | 'checkbox' | 'textbox' | 'searchbox' | 'summary';

export type Look = 'Trail' | 'Outline' | 'Board';

/** What is on it stands beside it, too, where one is told what comes next. */
export const mapOf = (page: Page): Locator => page.getByRole('region', { name: 'The map', exact: true });

/** A way of acting: the learner's day is lived once with each, and comes to the same. */
export interface Hands {
  page: Page;
  /** Presses a button, follows a link, ticks a box, opens what is folded. */
  press(role: Role, name: string | RegExp): Promise<void>;
  /** Takes one of a group of radio buttons. */
  choose(group: string, option: string): Promise<void>;
  /** Writes into a field, in place of what stands there. */
  write(field: string, words: string, role?: 'textbox' | 'searchbox'): Promise<void>;
  /** A day as `2040-02-02`, into a field for one. */
  writeDay(field: string, day: string): Promise<void>;
  /** Leaves what lies over the page, or beside the map. */
  close(name: string | RegExp): Promise<void>;
  /** On the map: marks a topic as done, or takes that back. */
  mark(title: string, state: 'done' | 'back'): Promise<void>;
  /** On the board: brings a card into a column. */
  bring(title: string, column: 'Done' | 'Not started'): Promise<void>;
  /** On the map: opens a topic or a choice. */
  open(title: string): Promise<void>;
  /** Sets the state of what is selected, or of the topic that is open. */
  set(state: 'Done' | 'Learning' | 'Skip'): Promise<void>;
  /** On the map: selects this topic and those after it, up to the other. */
  selectRange(titles: readonly [string, ...string[]]): Promise<void>;
  selectAll(): Promise<void>;
  /** Takes back the last change, of which these words were said. */
  undo(words: string): Promise<void>;
}
