import type { ProjectCard } from '@waymark/contract';
import { showsItsTopics } from '@waymark/contract/rules';
import { Link } from 'react-router';
import { useMap } from './map-context';
import styles from './panel.module.css';
import { roadmapText } from './roadmaps.text';

const text = roadmapText.topic;

function whyNot(project: ProjectCard): string | null {
  if (showsItsTopics(project)) return null;
  return project.build === 'finished' ? text.notVisible : text.notFinished;
}

/** Which projects of mine cover a topic, with where in them, and what is missing before they show it. */
export function ShownBy({ projects, topicId }: { projects: readonly ProjectCard[]; topicId: string }) {
  const { roadmap } = useMap();
  if (projects.length === 0) return <p className={styles.quiet}>{text.noProject}</p>;
  return (
    <ul className={styles.links}>
      {projects.map((project) => {
        const cover = project.covers.find((each) => each.roadmap === roadmap.slug && each.topicId === topicId);
        const beside = [cover ? cover.where : text.byTheSame, whyNot(project)].filter(Boolean).join(', ');
        return (
          <li key={project.id}>
            <Link to={`/projects/${project.id}`}>{project.title}</Link> <span className={styles.quiet}>{beside}</span>
          </li>
        );
      })}
    </ul>
  );
}
