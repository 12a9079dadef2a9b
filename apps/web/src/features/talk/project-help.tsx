import { MyHelp } from './my-help';
import styles from './talk.module.css';
import { useProjectReaders } from './talk.queries';
import { talkText } from './talk.text';

const text = talkText.help;

/** On a project's page: its learner asks those who see it for help. */
export function ProjectHelp({ project }: { project: { id: string; visibility: string } }) {
  const names = useProjectReaders();
  const isPrivate = project.visibility === 'private';
  return (
    <section className={styles.section} aria-labelledby="project-help">
      <h2 id="project-help">{text.projectTitle}</h2>
      {isPrivate && <p className={styles.quiet}>{text.projectPrivate}</p>}
      {!isPrivate && names && (
        <p className={styles.quiet}>{names.length > 0 ? text.projectReaders(names) : text.nobody}</p>
      )}
      {!isPrivate && names && names.length > 0 && <MyHelp thing={{ projectId: project.id }} />}
    </section>
  );
}
