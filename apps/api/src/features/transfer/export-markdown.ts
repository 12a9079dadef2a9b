import type { Roadmap } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { getAccount } from '../accounts/account-answer.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { markdownOfProject } from './markdown-of-project.js';
import { markdownOfRooms } from './markdown-of-rooms.js';
import { markdownOfTalk } from './markdown-of-talk.js';
import { markdownOfWay } from './markdown-of-way.js';
import { plainLine } from './markdown-text.js';
import { rowsOf } from './part.js';

/** The learner's ways, write-ups and what they noted, as one document for people. */
export async function* exportMarkdown(deps: Deps, learnerId: string, now: Date): AsyncGenerator<string> {
  const { name } = await getAccount(learnerId);
  yield `# ${plainLine(name)}: what I have learnt\n\nWritten by Waymark on ${now.toISOString().slice(0, 10)}.\n`;
  const enrolments = rowsOf<EnrolmentRecord>(Enrolment.find({ learnerId }).sort({ _id: 1 }));
  for await (const record of enrolments) {
    const roadmap = deps.roadmaps.get(record.roadmap);
    if (!roadmap) continue;
    yield `\n${markdownOfWay(roadmap, record)}`;
    yield* markdownOfRooms(roadmap, learnerId);
    yield* markdownOfTalk(roadmap, learnerId);
  }
  let hasProjects = false;
  for await (const project of rowsOf<ProjectRecord>(Project.find({ learnerId }).sort({ _id: 1 }))) {
    if (!hasProjects) yield '\n## Projects\n';
    hasProjects = true;
    yield `\n${markdownOfProject(project, titlesOf(deps))}`;
  }
}

function titlesOf(deps: Deps): (roadmap: string, topicId: string) => string {
  return (slug, topicId) => {
    const roadmap: Roadmap | undefined = deps.roadmaps.get(slug);
    return roadmap?.topics.find(({ id }) => id === topicId)?.title ?? topicId;
  };
}
