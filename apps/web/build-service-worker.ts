import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { build, type Plugin } from 'vite';

/** The rest is fetched when it is wanted: compressed twins, and what only browsers and robots ask for. */
const kept = /\.(?:html|js|css|svg|woff2)$/;
const hashed = /^\/assets\//;

async function listBuilt(folder: string): Promise<{ url: string; revision: string | null }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && kept.test(entry.name));
  const listed = files.map(async (entry) => {
    const file = join(entry.parentPath, entry.name);
    const url = `/${relative(folder, file).split(sep).join('/')}`;
    const revision = createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
      .slice(0, 16);
    return { url, revision: hashed.test(url) ? null : revision };
  });
  return (await Promise.all(listed)).toSorted((one, other) => (one.url < other.url ? -1 : 1));
}

/** Builds the worker once everything that it keeps is there: a script of its own, at an address that never changes. */
export function serviceWorker(): Plugin {
  let root = '';
  let folder = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      order: 'pre',
      async handler() {
        await build({
          configFile: false,
          root,
          publicDir: false,
          logLevel: 'warn',
          define: {
            __BUILT__: JSON.stringify(await listBuilt(folder)),
            'process.env.NODE_ENV': '"production"',
          },
          build: {
            outDir: folder,
            emptyOutDir: false,
            modulePreload: false,
            rollupOptions: {
              input: resolve(root, 'src/service-worker.ts'),
              output: { format: 'iife', entryFileNames: 'service-worker.js' },
            },
          },
        });
      },
    },
  };
}
