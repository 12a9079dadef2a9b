import type { Answer, Endpoints, Roadmap } from '@waymark/contract';
import { shell } from './shell.text';

export interface Place {
  kind: 'page' | 'project' | 'topic';
  title: string;
  /** Where it is: the stage of a topic. */
  beside: string;
  to: string;
}

const words = shell.finding;
const page = (title: string, to: string): Place => ({ kind: 'page', title, beside: '', to });

export function pagesFor({ isMember, isOwner }: { isMember: boolean; isOwner: boolean }): Place[] {
  const { pages } = words;
  if (!isMember)
    return [page(pages.roadmaps, '/roadmaps'), page(pages.signIn, '/sign-in'), page(pages.signUp, '/sign-up')];
  return [
    page(pages.home, '/'),
    page(pages.roadmaps, '/roadmaps'),
    page(pages.projects, '/projects'),
    page(pages.newProject, '/projects/new'),
    page(pages.notes, '/notes'),
    page(pages.mentoring, '/mentoring'),
    page(pages.join, '/cohorts/join'),
    page(pages.settings, '/settings'),
    ...(isOwner ? pagesForOwners() : []),
  ];
}

function pagesForOwners(): Place[] {
  const { pages } = words;
  return [
    page(pages.owner, '/owner'),
    page(pages.members, '/owner/members'),
    page(pages.invitations, '/owner/invitations'),
    page(pages.instance, '/owner/settings'),
    page(pages.audit, '/owner/audit'),
    page(pages.links, '/owner/links'),
    page(pages.health, '/owner/health'),
  ];
}

export function placesOf(roadmap: Roadmap): Place[] {
  const stageOf = new Map<string, string>();
  const choices = new Map(roadmap.choices.map((choice) => [choice.id, choice]));
  for (const stage of roadmap.stages) {
    for (const id of stage.sections.flatMap((section) => section.items)) {
      stageOf.set(id, stage.title);
      for (const option of choices.get(id)?.options ?? []) stageOf.set(option, stage.title);
    }
  }
  const topics = roadmap.topics.map(
    (topic): Place => ({
      kind: 'topic',
      title: topic.title,
      beside: stageOf.get(topic.id) ?? roadmap.title,
      to: `/roadmaps/${roadmap.slug}/topics/${topic.id}`,
    }),
  );
  return [
    page(roadmap.title, `/roadmaps/${roadmap.slug}`),
    page(words.facts(roadmap.title), `/roadmaps/${roadmap.slug}/facts`),
    page(words.briefs(roadmap.title), `/roadmaps/${roadmap.slug}/briefs`),
    ...topics,
  ];
}

export function placesOfProjects({ items }: Answer<Endpoints['listProjects']>): Place[] {
  return items.map(({ id, title, summary }) => ({ kind: 'project', title, beside: summary, to: `/projects/${id}` }));
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Lower is better; `null` does not fit. The start of the title, then of a word in it, then anywhere. */
function rankOf(place: Place, sought: string): number | null {
  const title = plain(place.title);
  if (title.startsWith(sought)) return 0;
  if (title.includes(` ${sought}`)) return 1;
  return title.includes(sought) ? 2 : null;
}

/** What fits best first, and of one kind together; without words, the pages. */
export function findPlaces(places: readonly Place[], text: string, most = 12): Place[] {
  const sought = plain(text.trim());
  if (!sought) return places.filter((place) => place.kind === 'page').slice(0, most);
  const fitting = places.flatMap((place) => {
    const rank = rankOf(place, sought);
    return rank === null ? [] : [{ place, rank }];
  });
  const best = fitting.toSorted((a, b) => a.rank - b.rank).slice(0, most);
  const kinds = new Set(best.map(({ place }) => place.kind));
  return [...kinds].flatMap((kind) => best.filter(({ place }) => place.kind === kind).map(({ place }) => place));
}
