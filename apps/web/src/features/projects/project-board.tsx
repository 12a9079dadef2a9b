import type { Build, MyProject } from '@waymark/contract';
import { Link } from 'react-router';
import { listText as text } from './list.text';
import { ProjectAxes } from './project-axes';
import styles from './project-board.module.css';
import { projectsText } from './projects.text';

const columns: readonly Build[] = ['idea', 'building', 'finished'];

/** A column for each build state, side by side where there is room. */
export function ProjectBoard({ projects }: { projects: readonly MyProject[] }) {
  return (
    <section className={styles.board} aria-label={text.board}>
      {columns.map((build) => {
        const items = projects.filter((project) => project.build === build);
        return (
          <section key={build} aria-labelledby={`column-${build}`}>
            <h2 id={`column-${build}`}>
              {projectsText.groups[build]} <small>{items.length}</small>
            </h2>
            {items.length === 0 && <p className={styles.none}>{projectsText.emptyGroup[build]}</p>}
            <ul>
              {items.map((project) => (
                <li key={project.id}>
                  <h3>
                    <Link to={`/projects/${project.id}`}>{project.title}</Link>
                  </h3>
                  {project.summary && <p>{project.summary}</p>}
                  <ProjectAxes project={project} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}
