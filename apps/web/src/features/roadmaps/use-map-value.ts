import type { Enrolment, Offer, Roadmap } from '@waymark/contract';
import { unitsOf } from '@waymark/contract/rules';
import { useMemo, useRef } from 'react';
import { useParams } from 'react-router';
import { countShowing } from './count-showing';
import { keepView } from './keep-view';
import type { MapActs, MapValue } from './map-context';
import { useMyProjects } from './roadmaps.queries';
import { startingOut, viewOf, type WayView } from './way-view';

export function useMapValue(
  roadmap: Roadmap,
  enrolment: Enrolment | null,
  acts: MapActs | null,
  offered: readonly Offer[],
  Room: MapValue['Room'] = null,
  unread: MapValue['unread'] = undefined,
): MapValue & { required: number } {
  const { topicId, choiceId } = useParams();
  const projects = useMyProjects();
  const asked = topicId ?? choiceId ?? null;
  const kept = useRef<WayView | null>(null);
  const view = useMemo(() => {
    kept.current = keepView(kept.current, viewOf(roadmap, enrolment));
    return kept.current;
  }, [roadmap, enrolment]);
  const shownIn = useMemo(() => countShowing(roadmap, projects), [roadmap, projects]);
  const offers = useMemo(() => new Map(offered.map((offer) => [offer.topicId, offer])), [offered]);
  const required = useMemo(
    () => enrolment?.summary.required ?? unitsOf(roadmap, startingOut).length,
    [roadmap, enrolment],
  );
  // A topic that was renamed is still found by its old address.
  const openId = asked && (roadmap.aliases[asked] ?? asked);
  return useMemo(
    () => ({ roadmap, view, enrolment, openId, acts, shownIn, projects, offers, required, Room, unread }),
    [roadmap, view, enrolment, openId, acts, shownIn, projects, offers, required, Room, unread],
  );
}
