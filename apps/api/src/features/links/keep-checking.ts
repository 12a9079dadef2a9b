import type { Deps } from '../../deps.js';
import { keepDoing } from '../../keep-doing.js';
import { adoptLinks } from './adopt-links.js';
import { checkDueLinks } from './check-links.js';

const checkMs = 3000;
const adoptMs = 3_600_000;

/** Looks at every link when it was given, and once a week. */
export function keepCheckingLinks(deps: Deps): void {
  keepDoing(deps, 'links looked at', checkMs, () => checkDueLinks(deps));
  keepDoing(deps, 'projects whose links are looked at from now on', adoptMs, () => adoptLinks(deps.now()));
}
