import { Mail, type MailRecord } from '../src/features/mail/mail.model.js';
import { readLetter } from '../src/features/mail/queue-letter.js';
import type { TestApp } from './start.js';

export interface TestLetter {
  kind: string;
  subject: string;
  text: string;
  html: string;
  /** The first link of the text part; empty where it has none. */
  url: string;
}

/** The letters to this address that can still be read, the newest last. What SMTP has delivered is gone. */
export async function lettersTo(app: TestApp, email: string): Promise<TestLetter[]> {
  const mails = await Mail.find({ to: email }).sort({ createdAt: 1, _id: 1 }).lean<MailRecord[]>();
  return mails.flatMap((mail) => {
    const letter = readLetter(app.deps.keys, mail);
    if (!letter) return [];
    const { subject, text, html } = letter;
    return [{ kind: mail.kind, subject, text, html, url: /https?:\/\/\S+/.exec(text)?.[0] ?? '' }];
  });
}

/** The newest letter of this kind to this address; fails the test where there is none. */
export async function letterTo(app: TestApp, email: string, kind: string): Promise<TestLetter> {
  const letter = (await lettersTo(app, email)).findLast((each) => each.kind === kind);
  if (!letter) throw new Error(`no “${kind}” letter to ${email}`);
  return letter;
}
