import { readFileSync } from 'node:fs';

/** Of Waymark, as its packages say. */
export const version: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
