import type { Words } from './words.js';

/** What a letter says, once; its text and its HTML are both made of this. */
export interface LetterContent {
  kind: string;
  subject: Words;
  /** To be greeted; left out where nobody knows. */
  name?: string;
  instance: string;
  /** What happened, or what is asked for. */
  paragraphs: readonly Words[];
  /** What somebody wrote by hand, in their own lines. */
  note?: string;
  button: { label: string; url: string };
  /** What holds for the button: how long, how often. */
  terms?: Words;
  /** What to do if it was not the reader. */
  notYou?: Words;
  /** Where letters like this one are ended, without a sign-in. */
  unsubscribeUrl?: string;
  /** Why it came to this address. Follows "You get this letter because". */
  why: Words;
}

/** What both parts are made of: cleaned, with the greeting and the sender put in words. */
export interface Page extends Omit<LetterContent, 'note' | 'subject'> {
  subject: string;
  greeting: string;
  noteLines: readonly string[];
  /** The host of the link: where this Waymark is. */
  host: string;
}

/** Of the link that ends such letters. */
export const unsubscribeLabel = 'No more letters like this';
