import type { Enrolment, Roadmap } from '@waymark/contract';
import { showsItsTopics, unitsOf } from '@waymark/contract/rules';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import type { MapActs, MapValue } from './map-context';
import { useMyProjects } from './roadmaps.queries';
import { startingOut, viewOf } from './way-view';

/** How many projects of mine show a topic of this roadmap. */
function countShowing(slug: string, projects: ReturnType<typeof useMyProjects>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const project of projects.filter(showsItsTopics)) {
    const topics = new Set(project.covers.filter((cover) => cover.roadmap === slug).map((cover) => cover.topicId));
    for (const id of topics) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

export function useMapValue(
  roadmap: Roadmap,
  enrolment: Enrolment | null,
  acts: MapActs | null,
  Room: MapValue['Room'] = null,
): MapValue & { required: number } {
  const { topicId, choiceId } = useParams();
  const projects = useMyProjects();
  const asked = topicId ?? choiceId ?? null;
  const view = useMemo(() => viewOf(roadmap, enrolment), [roadmap, enrolment]);
  const shownIn = useMemo(() => countShowing(roadmap.slug, projects), [roadmap.slug, projects]);
  const required = useMemo(
    () => enrolment?.summary.required ?? unitsOf(roadmap, startingOut).length,
    [roadmap, enrolment],
  );
  // A topic that was renamed is still found by its old address.
  const openId = asked && (roadmap.aliases[asked] ?? asked);
  return useMemo(
    () => ({ roadmap, view, enrolment, openId, acts, shownIn, projects, required, Room }),
    [roadmap, view, enrolment, openId, acts, shownIn, projects, required, Room],
  );
}
