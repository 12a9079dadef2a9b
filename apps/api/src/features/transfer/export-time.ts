import type { Deps } from '../../deps.js';
import { csvRecord } from '../../http/csv.js';
import { timeAnswer } from '../time/list-time.js';
import { Time, type TimeRecord } from '../time/time.model.js';
import { rowsOf } from './part.js';

const columns = ['day', 'at', 'roadmap', 'topicId', 'topic', 'minutes', 'words'];

/** The learner's logged time as CSV, the first day first. */
export async function* exportTime(deps: Deps, learnerId: string): AsyncGenerator<string> {
  yield csvRecord(columns);
  for await (const entry of rowsOf<TimeRecord>(Time.find({ learnerId, deletedAt: null }).sort({ day: 1, _id: 1 }))) {
    const roadmap = deps.roadmaps.get(entry.roadmap);
    const { day, at, roadmap: slug, topicId, minutes, words } = timeAnswer(roadmap, entry);
    const topic = roadmap?.topics.find(({ id }) => id === topicId)?.title ?? '';
    yield csvRecord([day, at, slug, topicId, topic, String(minutes), words]);
  }
}
