import type { Enrolment, LearnerDashboard, Roadmap, SharedProject } from '@waymark/contract';
import { coversTopic, markOf } from '@waymark/contract/rules';
import { Mark } from '../../ui/mark';
import styles from './learner.module.css';
import { learnerDashboardText as words } from './learner-dashboard.text';
import { mentoringText } from './mentoring.text';

const text = mentoringText.learner;

interface Named {
  roadmap: Roadmap | undefined;
  topics: Enrolment['topics'] | undefined;
}

function Project({ project, roadmap, topics }: Named & { project: SharedProject }) {
  const { title, repoUrl, demoUrl } = project;
  const links = [
    [text.repository, repoUrl],
    [text.demo, demoUrl],
  ] as const;
  const named = project.covers.filter((cover) => !roadmap || cover.roadmap === roadmap.slug);
  // What another roadmap calls by its own name is the same thing here.
  const bySkill = (roadmap?.topics ?? [])
    .filter((topic) => !named.some(({ topicId }) => topicId === topic.id))
    .filter((topic) => roadmap && coversTopic(project, roadmap.slug, topic))
    .map(({ id }) => ({ topicId: id, where: '' }));
  const covers = [...named, ...bySkill];
  return (
    <li>
      <h3>{title}</h3>
      <p className={styles.facts}>
        {text.build[project.build]}
        {project.review && `, ${words.reviewOf(words.states[project.review.state].toLowerCase())}`}
        {project.hours !== null && `, ${text.hours(project.hours)}`}
        {project.stack.length > 0 && `, ${project.stack.join(', ')}`}
      </p>
      {project.summary && <p>{project.summary}</p>}
      <p className={styles.links}>
        {links.map(
          ([kind, href]) =>
            href && (
              <a
                key={kind}
                href={href}
                target="_blank"
                rel="noopener noreferrer nofollow ugc"
                aria-label={text.linkOf(kind, title)}
              >
                {kind}
              </a>
            ),
        )}
      </p>
      <ul className={styles.covers} aria-label={text.covers}>
        {covers.map((cover) => (
          <li key={cover.topicId}>
            {topics && <Mark kind={markOf(topics[cover.topicId])} size={18} />}
            <span>
              {roadmap?.topics.find((topic) => topic.id === cover.topicId)?.title ?? cover.topicId}
              {cover.where && <small>{cover.where}</small>}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

export function LearnerProjects({ dashboard, roadmap }: { dashboard: LearnerDashboard; roadmap: Roadmap | undefined }) {
  const { projects, learner, enrolment } = dashboard;
  return (
    <section className={styles.section} aria-labelledby="learner-projects">
      <h2 id="learner-projects">{text.projects}</h2>
      {projects === null && <p className={styles.off}>{text.projectsOff(learner.name)}</p>}
      {projects?.length === 0 && <p className={styles.off}>{text.projectsNone(learner.name)}</p>}
      {projects !== null && projects.length > 0 && (
        <ul className={styles.projects}>
          {projects.map((project) => (
            <Project key={project.id} project={project} roadmap={roadmap} topics={enrolment?.topics} />
          ))}
        </ul>
      )}
    </section>
  );
}
