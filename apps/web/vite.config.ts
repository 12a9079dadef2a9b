import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { appIcons } from './app-icons.ts';
import { buildId } from './build-id.ts';
import { serviceWorker } from './build-service-worker.ts';
import { compressAssets } from './compress-assets.ts';

/** The heading face is asked for with the page, so that no heading jumps when it arrives. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => file.endsWith('.woff2'))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: '' },
            injectTo: 'head',
          })),
    },
  };
}

export default defineConfig({
  plugins: [react(), preloadFont(), appIcons(), serviceWorker(), compressAssets()],
  define: { 'import.meta.env.VITE_BUILD': JSON.stringify(buildId()) },
  resolve: { conditions: ['source', ...defaultClientConditions] },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.WAYMARK_API_PORT ?? '3001'}` } },
  build: {
    // The content policy lets in no data: address and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
});
