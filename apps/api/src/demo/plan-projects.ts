import { addDays, type Build, type NewProject, type ProjectChanges, type Visibility } from '@waymark/contract';
import type { DemoLearner } from './demo-people.js';
import { type ProjectIdea, projectIdeas } from './demo-projects.js';
import { frameworkOf, languageName, whereIn } from './demo-where.js';
import type { SeededRandom } from './seeded-random.js';
import type { Walk } from './walk-roadmap.js';

/** One act on a project; `key` tells a learner's projects apart until they have an id. */
export type ProjectAct = { at: Date; key: string } & ({ create: NewProject } | { change: ProjectChanges });

interface Wish {
  build: Build;
  visibility: Visibility;
}

const wishes: Record<Build, (visibility: Visibility) => Wish> = {
  idea: (visibility) => ({ build: 'idea', visibility }),
  building: (visibility) => ({ build: 'building', visibility }),
  finished: (visibility) => ({ build: 'finished', visibility }),
};

/** More of the way done, more projects; most are shared with mentors. */
function wishesOf({ percent, startedAgo }: DemoLearner, isFirst: boolean, random: SeededRandom): Wish[] {
  const { idea, building, finished } = wishes;
  if (isFirst) {
    const done = [finished('public'), finished('mentors'), finished('unlisted'), finished('private')];
    return [...done, building('mentors'), idea('mentors'), idea('private')];
  }
  const count = Math.min(5, Math.floor((percent + 8) / 20));
  const seen = () => random.pick<Visibility>(['mentors', 'mentors', 'mentors', 'public', 'unlisted', 'private']);
  return [
    ...Array.from({ length: count }, () => finished(seen())),
    ...(percent >= 10 && percent < 100 ? [building(seen())] : []),
    ...(startedAgo > 14 && random.next() < 0.5 ? [idea(seen())] : []),
  ];
}

/** Plans what a learner builds, beside and after the topics that it needs. */
export function planProjects(
  learner: DemoLearner,
  handle: string,
  isFirst: boolean,
  walk: Walk,
  random: SeededRandom,
): ProjectAct[] {
  const wished = wishesOf(learner, isFirst, random);
  const finishedCount = wished.filter(({ build }) => build === 'finished').length;
  const open = new Set(projectIdeas);
  const last = walk.days.length - 1;
  const acts: ProjectAct[] = [];
  for (const [place, wish] of wished.entries()) {
    const share = wish.build === 'finished' ? 0.45 + (0.5 * (place + 1)) / finishedCount : 1;
    const lastIndex = Math.min(last, Math.round(last * share));
    const lastDay = walk.days[lastIndex];
    const idea = lastDay && chooseIdea(open, walk, lastDay, wish.build, random);
    if (!lastDay || !idea) continue;
    open.delete(idea);
    const day = (back: number) => walk.days[Math.max(0, lastIndex - back)] ?? lastDay;
    const [planned, begun] =
      wish.build === 'finished' ? [day(random.between(9, 12)), day(8)] : [day(random.between(3, 6)), day(2)];
    const key = idea.slug;
    const create = describe(idea, learner, wish.visibility, random);
    acts.push({ at: walk.clock.next(planned), key, create });
    if (wish.build === 'idea') continue;
    const repoUrl = `https://git.example/${handle}/${idea.slug}`;
    const started = {
      build: 'building',
      startedOn: begun,
      repoUrl,
      covers: coversOf(idea, learner, walk, begun),
    } as const;
    acts.push({ at: walk.clock.next(begun), key, change: started });
    if (wish.build === 'building') continue;
    const hours = Math.round(idea.hours * (0.8 + 0.5 * random.next()));
    acts.push({
      at: walk.clock.next(lastDay),
      key,
      change: {
        build: 'finished',
        finishedOn: lastDay,
        hours,
        writeUp: writeUpOf(idea, learner, repoUrl),
        covers: coversOf(idea, learner, walk, lastDay),
        ...(random.next() < 0.4 && { demoUrl: `https://${idea.slug}.${handle}.example/` }),
      },
    });
  }
  return acts;
}

function isDoneBy(walk: Walk, topicId: string, day: string): boolean {
  const at = walk.doneAt.get(topicId);
  return at !== undefined && at.getTime() < Date.parse(addDays(day, 1));
}

/** The idea of which the learner has learned most; for an idea not begun any will do. */
function chooseIdea(
  open: Set<ProjectIdea>,
  walk: Walk,
  day: string,
  build: Build,
  random: SeededRandom,
): ProjectIdea | undefined {
  const ranked = [...open].map((idea) => {
    const known = idea.covers.filter((topicId) => isDoneBy(walk, topicId, day)).length;
    return { idea, known, rank: known / idea.covers.length + 0.25 * random.next() };
  });
  const least = build === 'finished' ? 3 : 0;
  return ranked.filter(({ known }) => known >= least).sort((a, b) => b.rank - a.rank)[0]?.idea;
}

function describe(idea: ProjectIdea, learner: DemoLearner, visibility: Visibility, random: SeededRandom): NewProject {
  return {
    title: random.pick(idea.titles),
    summary: idea.summary,
    writeUp: `## What it is to do\n\n${idea.about}\n`,
    build: 'idea',
    stack: [languageName[learner.language], ...idea.stack],
    briefId: idea.briefId,
    visibility,
  };
}

/** What was learned by then, and the one thing that the project is there to teach. */
function coversOf(
  idea: ProjectIdea,
  learner: DemoLearner,
  walk: Walk,
  day: string,
): { roadmap: string; topicId: string; where: string }[] {
  const done = idea.covers.filter((topicId) => isDoneBy(walk, topicId, day));
  const ahead = idea.covers.find((topicId) => !done.includes(topicId));
  const language = isDoneBy(walk, learner.language, day) ? [learner.language] : [];
  return [...done, ...(ahead ? [ahead] : []), ...language].map((topicId) => ({
    roadmap: 'backend',
    topicId,
    where: whereIn(topicId, learner.language),
  }));
}

function writeUpOf(idea: ProjectIdea, { language }: DemoLearner, repoUrl: string): string {
  const decisions = idea.decisions.map((decision) => `- ${decision}`).join('\n');
  return `## What it does

${idea.about}

## Decisions

${decisions}

## What I learned

${idea.learned}

## How to run it

Written in ${languageName[language]}${idea.hours > 20 ? ` with ${frameworkOf[language]}` : ''}. It needs Docker and nothing else:

\`\`\`sh
git clone ${repoUrl}
docker compose up
\`\`\`
`;
}
