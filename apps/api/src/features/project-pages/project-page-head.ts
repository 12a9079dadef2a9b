import type { Said } from '../../http/page-head.js';
import { findShownProject } from './write-project-page.js';

/** The same for a page that never was and for one that was taken back. */
const missing: Said = {
  title: 'Nothing is shown here',
  description: 'There is no project at this address.',
  kind: 'website',
  isListed: false,
  isMissing: true,
};

/** What a link to a project's page shows of it. One that is unlisted is found by nobody who was not given the link. */
export async function readProjectPageHead(key: string): Promise<Said> {
  const shown = await findShownProject(key);
  if (!shown) return missing;
  const { title, summary, visibility } = shown.project;
  return { title, description: summary || title, kind: 'website', isListed: visibility === 'public' };
}
