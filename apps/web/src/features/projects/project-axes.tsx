import type { MyProject } from '@waymark/contract';
import { listText as text } from './list.text';
import styles from './project-axes.module.css';
import { projectsText } from './projects.text';

/** Three things that have nothing to do with one another, each by itself. */
export function ProjectAxes({ project }: { project: Pick<MyProject, 'build' | 'review' | 'visibility'> }) {
  return (
    <dl className={styles.axes}>
      <div>
        <dt>{text.axes.build}</dt>
        <dd>{projectsText.build[project.build]}</dd>
      </div>
      <div>
        <dt>{text.axes.review}</dt>
        <dd>{text.reviews[project.review ?? 'none']}</dd>
      </div>
      <div>
        <dt>{text.axes.visibility}</dt>
        <dd>{text.visibilities[project.visibility]}</dd>
      </div>
    </dl>
  );
}
