import { replaceEqualDeep } from '@tanstack/react-query';
import { indexView, type WayView } from './way-view';

/**
 * The next view with every node, section and stage of the one before that is still the same: what did not change need
 * not be drawn again.
 */
export function keepView(before: WayView | null, next: WayView): WayView {
  if (!before) return next;
  const stages: WayView['stages'] = replaceEqualDeep(before.stages, next.stages);
  return indexView(stages, next.here);
}
