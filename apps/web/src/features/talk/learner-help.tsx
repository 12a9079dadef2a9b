import type { Help } from '@waymark/contract';
import { useSession } from '../../api/session';
import { HelpCard } from './help-card';
import styles from './talk.module.css';
import { talkText } from './talk.text';

/** What a learner asks for help with about their projects: topics have theirs where the topic is. */
export function ProjectHelpRequests({ asked }: { asked: readonly Help[] }) {
  const myId = useSession().account?.id;
  const ofProjects = asked.filter(({ about }) => about.kind === 'project');
  if (ofProjects.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="project-help">
      <h2 id="project-help">{talkText.help.listTitle}</h2>
      {ofProjects.map((help) => (
        <div key={help.id}>
          <h3>{help.title}</h3>
          <HelpCard help={help} myId={myId} />
        </div>
      ))}
    </section>
  );
}
