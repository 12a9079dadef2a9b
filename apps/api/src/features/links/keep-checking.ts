import type { Background } from '../../background.js';
import type { Deps } from '../../deps.js';
import { adoptLinks } from './adopt-links.js';
import { checkDueLinks } from './check-links.js';

const everyMs = 3000;

/** Looks at every link when it was given, and once a week. */
export function keepCheckingLinks(deps: Deps, background: Background): void {
  background.once('projects whose links are looked at from now on', () => adoptLinks(deps.now()));
  background.keep('links looked at', everyMs, () => checkDueLinks(deps));
}
