import type { ActivityRecord } from '@waymark/contract';
import { mentoringText } from './mentoring.text';

const text = mentoringText.acts;

interface Titles {
  topic: (topicId: string) => string;
  /** `null`: a project that is not shared, or is gone. */
  project: (projectId: string) => string | null;
}

function projectSentence(record: ActivityRecord, titles: Titles): string {
  const title = (record.projectId && titles.project(record.projectId)) ?? text.aProject;
  if (record.to === null) return text.projectGone(title);
  return record.from === null
    ? text.projectAdded(title)
    : text.projectChanged(title, text.build[record.to] ?? record.to);
}

/** One thing that a learner did, in a few words. */
export function activitySentence(record: ActivityRecord, titles: Titles): string {
  if (record.kind === 'project') return projectSentence(record, titles);
  if (record.kind === 'enrolment') return record.to === 'started' ? text.started : text.enrolment;
  const topic = titles.topic(record.topicId ?? '');
  if (record.kind === 'room') return text.room(topic);
  if (record.kind === 'time') return text.time(topic, record.minutes ?? 0);
  if (record.to === 'done' || record.to === 'learning' || record.to === 'skipped' || record.to === 'not_started') {
    return text[record.to](topic);
  }
  return text.topic(topic);
}
