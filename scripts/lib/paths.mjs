import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** The entry of the built API. */
export const API_MAIN = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
