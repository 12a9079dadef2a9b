import { type APIRequestContext, expect } from '@playwright/test';

interface Head {
  id: string;
  to: string;
  subject: string;
}

/** The link in the newest letter to this address whose subject holds the word. Letters leave a moment after the answer. */
export async function linkInLetter(request: APIRequestContext, to: string, word: string): Promise<string> {
  let letter: Head | undefined;
  await expect(async () => {
    const { items } = (await (await request.get('/api/mailbox?limit=100')).json()) as { items: Head[] };
    letter = items.find((each) => each.to === to && each.subject.includes(word));
    expect(letter, `a letter about “${word}” to ${to}`).toBeDefined();
  }).toPass({ timeout: 10_000 });
  const { text } = (await (await request.get(`/api/mailbox/${letter?.id}`)).json()) as { text: string };
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (!link) throw new Error(`no link in “${letter?.subject}”`);
  return link;
}
