import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { ROOT } from './paths.mjs';

const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** What people put into letters where they write at length, and in other scripts than ours. */
const given = {
  name: 'Ada Example',
  instance: 'Waymark',
  other: 'The spring cohort starts on Monday.\n\nBring a project that you like; we will look at it together.',
};
/** Where that is one line: a device, an address, a name. */
const short = {
  sessionEnded: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  emailChanged: 'ada.example@example.net',
  identityLinked: 'GitHub',
  accessTokenMade: 'Backup script',
};

/** A picture of each letter's HTML, as a mail program shows it in both colour schemes and widths, and of its text. */
export async function drawLetters({ browser, folder, widths, themes }) {
  const everyLetterFile = pathToFileURL(join(ROOT, 'apps/api/test/every-letter.ts')).href;
  const { everyLetter } = await tsImport(everyLetterFile, import.meta.url);
  for (const theme of themes) {
    for (const width of widths) {
      const context = await browser.newContext({ colorScheme: theme, viewport: { width, height: 500 } });
      const page = await context.newPage();
      for (const [key, write] of Object.entries(everyLetter)) {
        const { letter } = write({ ...given, other: short[key] ?? given.other });
        await page.setContent(letter.html);
        await page.screenshot({ path: join(folder, `letter-${key}-${width}-${theme}.png`), fullPage: true });
        if (theme === 'dark' || width !== widths[0]) continue;
        const head = `Subject: ${escapeHtml(letter.subject)}\n\n`;
        await page.setContent(
          `<pre style="font:14px/1.4 monospace;margin:24px">${head}${escapeHtml(letter.text)}</pre>`,
        );
        await page.screenshot({ path: join(folder, `letter-${key}-text.png`), fullPage: true });
      }
      await context.close();
      console.log(`letters ${width} ${theme}`);
    }
  }
}
