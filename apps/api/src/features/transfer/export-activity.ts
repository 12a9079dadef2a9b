import type { Deps } from '../../deps.js';
import { csvRecord } from '../../http/csv.js';
import { Activity, type ActivityRow } from '../activity/activity.model.js';
import { Project } from '../projects/projects.model.js';
import { rowsOf } from './part.js';

const columns = ['day', 'at', 'kind', 'roadmap', 'topicId', 'topic', 'projectId', 'project', 'from', 'to'];

/** Every act of the learner's as CSV, the first one first, with the titles that its ids have now. */
export async function* exportActivity(deps: Deps, learnerId: string): AsyncGenerator<string> {
  const projects = await Project.find({ learnerId }, { title: 1 }).lean<{ _id: unknown; title: string }[]>();
  const titles = new Map(projects.map(({ _id, title }) => [String(_id), title]));
  const topicTitle = ({ roadmap = '', topicId }: ActivityRow) =>
    deps.roadmaps.get(roadmap)?.topics.find(({ id }) => id === topicId)?.title ?? '';
  yield csvRecord(columns);
  const rows = rowsOf<ActivityRow>(Activity.find({ learnerId }).sort({ day: 1, _id: 1 }));
  for await (const row of rows) {
    const { day, at, kind, roadmap = '', topicId = '', from = '', to = '' } = row;
    const projectId = row.projectId ? String(row.projectId) : '';
    const project = titles.get(projectId) ?? '';
    yield csvRecord([day, at.toISOString(), kind, roadmap, topicId, topicTitle(row), projectId, project, from, to]);
  }
}
