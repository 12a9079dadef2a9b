import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.js';
import { fail } from '../../http/route.js';
import { readSettings } from './settings.model.js';

const png = (name: string, size: number, purpose = 'any') => ({
  src: `/${name}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** What a browser asks before it installs the client as an app: with the name that the owner gave this Waymark. */
export function mountAppManifest(router: Router, deps: Deps): void {
  router.get('/manifest.webmanifest', async (_req: Request, res: Response) => {
    try {
      const { name } = await readSettings();
      const manifest = {
        id: '/',
        name,
        short_name: name.slice(0, 30),
        description: 'A way through learning roadmaps: tick what you read, show what you built.',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        // The page's own theme colours, one for each theme, take over once it is shown.
        background_color: '#faf8f2',
        theme_color: '#faf8f2',
        icons: [png('icon-192', 192), png('icon-512', 512), png('icon-maskable-512', 512, 'maskable')],
      };
      res.setHeader('Cache-Control', 'no-cache');
      res.type('application/manifest+json').send(JSON.stringify(manifest));
    } catch (error) {
      fail(error, res, deps);
    }
  });
}
