import type { Answer, Endpoints, NoteHit, Roadmap } from '@waymark/contract';
import { findText } from './find.text';

/** What can be found: somewhere to go, or something to do. */
export interface Place {
  kind: 'page' | 'act' | 'project' | 'topic' | 'resource' | 'note';
  title: string;
  /** Where it is: the stage of a topic. */
  beside: string;
  /** What it is found by besides, and which is not shown. */
  more?: string;
  /** An address of ours, or another's. */
  to?: string;
  run?: () => void;
}

const words = findText;
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
    page(pages.notifications, '/notifications'),
    page(pages.join, '/cohorts/join'),
    page(pages.settings, '/settings'),
    page(pages.publicPage, '/settings/public'),
    page(pages.takeBack, '/settings/import'),
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
      more: `${topic.text} ${topic.outcomes.map((outcome) => outcome.text).join(' ')}`,
      to: `/roadmaps/${roadmap.slug}/topics/${topic.id}`,
    }),
  );
  return [
    page(roadmap.title, `/roadmaps/${roadmap.slug}`),
    page(words.facts(roadmap.title), `/roadmaps/${roadmap.slug}/facts`),
    page(words.briefs(roadmap.title), `/roadmaps/${roadmap.slug}/briefs`),
    ...topics,
    ...resourcesOf(roadmap),
  ];
}

/** Each address once, beside the first topic that names it. */
function resourcesOf({ topics }: Roadmap): Place[] {
  const byUrl = new Map<string, Place>();
  for (const topic of topics) {
    for (const { url, title } of topic.resources) {
      if (!byUrl.has(url)) byUrl.set(url, { kind: 'resource', title, beside: topic.title, to: url });
    }
  }
  return [...byUrl.values()];
}

/** A key that the page hears is an act that it can be asked for: its name, and the key as it is written. */
export function placesOfKeys(keys: readonly { key: string; text: string; press: () => void }[]): Place[] {
  return keys.map(({ key, text, press }) => ({ kind: 'act', title: text, beside: key, run: press }));
}

export function placesOfThemes(choose: (theme: 'system' | 'light' | 'dark') => void): Place[] {
  return (['light', 'dark', 'system'] as const).map((theme) => ({
    kind: 'act',
    title: words.themes[theme],
    beside: '',
    run: () => choose(theme),
  }));
}

export function placesOfProjects({ items }: Answer<Endpoints['listProjects']>): Place[] {
  return items.map(({ id, title, summary }) => ({ kind: 'project', title, beside: summary, to: `/projects/${id}` }));
}

/** Letters of a note by which it is found here; all of a long one is sought on the page of notes. */
const mostOfNote = 2000;
const mostShown = 80;

export function placesOfNotes(notes: readonly Pick<NoteHit, 'roadmap' | 'topicId' | 'title' | 'text'>[]): Place[] {
  return notes.map(({ roadmap, topicId, title, text }) => ({
    kind: 'note',
    title: words.noteOn(title),
    beside: text.trim().split('\n')[0]?.slice(0, mostShown) ?? '',
    more: text.slice(0, mostOfNote),
    to: `/roadmaps/${roadmap}/topics/${topicId}`,
  }));
}
