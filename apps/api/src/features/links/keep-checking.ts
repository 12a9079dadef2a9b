import type { Deps } from '../../deps.js';
import { doOnce, keepDoing } from '../../keep-doing.js';
import { adoptLinks } from './adopt-links.js';
import { checkDueLinks } from './check-links.js';

const everyMs = 3000;

/** Looks at every link when it was given, and once a week. */
export function keepCheckingLinks(deps: Deps): void {
  doOnce(deps, 'projects whose links are looked at from now on', () => adoptLinks(deps.now()));
  keepDoing(deps, 'links looked at', everyMs, () => checkDueLinks(deps));
}
