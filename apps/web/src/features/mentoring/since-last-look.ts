import type { LearnerDashboard, Roadmap } from '@waymark/contract';
import { mentoringText } from './mentoring.text';

const text = mentoringText.look;

/**
 * What changed since the mentor last looked, in short sentences, from whatever is shared. Empty: nothing
 * did. `titleOf` names a topic.
 */
export function changesSince(
  dashboard: Pick<LearnerDashboard, 'enrolment' | 'projects' | 'activity'>,
  lastViewedAt: string,
  roadmap: Pick<Roadmap, 'topics'>,
): string[] {
  const topics = roadmap.topics.flatMap((topic) => {
    const progress = dashboard.enrolment?.topics[topic.id];
    return progress?.updatedAt && progress.updatedAt > lastViewedAt
      ? [{ title: topic.title, state: progress.state }]
      : [];
  });
  const titles = (states: string[]) => topics.filter(({ state }) => states.includes(state)).map(({ title }) => title);
  const projects = dashboard.projects?.filter((project) => project.updatedAt > lastViewedAt) ?? [];
  const said: [string[], (titles: string[]) => string][] = [
    [titles(['done']), text.done],
    [titles(['learning']), text.begun],
    [titles(['not_started', 'skipped']), text.other],
    [projects.map((project) => project.title), text.projects],
  ];
  const sentences = said.filter(([found]) => found.length > 0).map(([found, sentence]) => sentence(found));
  const daysSince = dashboard.activity?.days.filter(({ day }) => day > lastViewedAt.slice(0, 10)).length ?? 0;
  return sentences.length === 0 && daysSince > 0 ? [text.days(daysSince)] : sentences;
}
