import type { Draft } from './draft';
import { projectsText } from './projects.text';

const text = projectsText.wrong;

function isLink(value: string, protocols: string[]): boolean {
  if (/\s/.test(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  return protocols.includes(url.protocol) && url.username === '' && url.password === '' && url.hostname !== '';
}

/**
 * What can be told without asking the server, by the path under which the server would name it. The
 * server has the last word: this only saves a round trip.
 */
export function checkDraft(draft: Draft): Record<string, string> {
  const found: Record<string, string> = {};
  const repoUrl = draft.repoUrl.trim();
  const demoUrl = draft.demoUrl.trim();
  const hours = draft.hours.trim().replace(',', '.');
  if (draft.title.trim() === '') found.title = text.noTitle;
  if (draft.title.trim().length > 120) found.title = text.tooLong(120);
  if (draft.summary.trim().length > 300) found.summary = text.tooLong(300);
  if (draft.writeUp.length > 10_000) found.writeUp = text.tooLong(10_000);
  if (repoUrl && !isLink(repoUrl, ['https:'])) found.repoUrl = text.repoUrl;
  if (demoUrl && !isLink(demoUrl, ['https:', 'http:'])) found.demoUrl = text.demoUrl;
  if (draft.repoPath.split('/').some((part) => part === '..' || part === '.')) found.repoPath = text.repoPath;
  if (hours && !(Number(hours) >= 0 && Number(hours) <= 10_000)) found.hours = text.hours;
  if (draft.stack.length > 20) found.stack = text.tooManyInStack;
  if (draft.startedOn && draft.finishedOn && draft.finishedOn < draft.startedOn)
    found.finishedOn = text.finishedBeforeStarted;
  draft.covers.forEach((cover, place) => {
    if (cover.where.trim().length > 300) found[`covers.${place}.where`] = text.tooLong(300);
  });
  return found;
}
