import { Handle } from '@waymark/contract';
import type { Deps } from './deps.js';
import { readSettings } from './features/instance/settings.model.js';
import { readProjectPageHead } from './features/project-pages/project-page-head.js';
import { createVisitLimit } from './features/public-pages/limit-visits.js';
import { readPublicPageHead } from './features/public-pages/public-page-head.js';
import { roadmapHead } from './features/roadmaps/roadmap-head.js';
import type { Said } from './http/page-head.js';
import type { FindHead } from './http/web-client.js';

const patienceMs = 2500;
const builtInName = 'Waymark';

const front: Said = {
  title: 'Learn a trade, and show it',
  description:
    'Learning roadmaps on your own server. Tick what you read, show what you built, let a mentor confirm that you can do it.',
  kind: 'website',
  isListed: true,
};
const list: Said = {
  title: 'Roadmaps',
  description: 'Every roadmap here, with its stages, topics, project briefs and hours. Open to read for everybody.',
  kind: 'website',
  isListed: true,
};

/** While the database is gone the page comes all the same: what was not read by then is done without. */
function soon<T>(read: Promise<T>): Promise<T> {
  return Promise.race([
    read,
    new Promise<T>((_resolve, reject) => setTimeout(reject, patienceMs, new Error('too late')).unref()),
  ]);
}

/** Which pages have a head of their own, and what it says. */
export function createFindHead(deps: Deps): FindHead {
  const visits = createVisitLimit(deps);

  const saidAt = async (path: string, address: string): Promise<Said | undefined> => {
    if (path === '/') return front;
    if (path === '/roadmaps') return list;
    const map = /^\/roadmaps\/([a-z0-9-]{1,80})(?:\/topics\/([a-z0-9-]{1,80}))?$/.exec(path);
    if (map) return roadmapHead(deps.roadmaps.get(map[1] ?? ''), map[2]);
    const project = /^\/p\/([\w-]{16,64})$/.exec(path)?.[1];
    if (project !== undefined) {
      await visits.take(address);
      return readProjectPageHead(project);
    }
    const handle = Handle.safeParse(/^\/u\/([^/]+)$/.exec(path)?.[1]).data;
    if (handle === undefined) return undefined;
    await visits.take(address);
    return readPublicPageHead(deps, handle);
  };

  return async (path, address) => {
    const said = await soon(saidAt(path, address));
    if (!said) return undefined;
    const { publicUrl } = deps.env;
    const settings = await soon(readSettings()).catch(() => null);
    const siteName = settings?.name ?? builtInName;
    return { ...said, siteName, url: publicUrl + path, picture: `${publicUrl}/icon-512.png` };
  };
}
