import type { Project } from '@waymark/contract';
import { publicText as text } from './public-pages.text';
import styles from './shown-project.module.css';

function Outside({ href, kind, title }: { href: string; kind: string; title: string }) {
  return (
    <a href={href} rel="noopener noreferrer nofollow ugc" target="_blank" aria-label={text.linkOf(kind, title)}>
      {kind}
    </a>
  );
}

/** Where a project can be looked at, outside of here. */
export function OutsideLinks({
  title,
  repoUrl,
  repoPath,
  demoUrl,
}: Pick<Project, 'title' | 'repoUrl' | 'repoPath' | 'demoUrl'>) {
  if (!repoUrl && !demoUrl) return null;
  return (
    <p className={styles.links}>
      {repoUrl && (
        <Outside href={repoUrl} kind={repoPath ? `${text.repository}, ${repoPath}` : text.repository} title={title} />
      )}
      {demoUrl && <Outside href={demoUrl} kind={text.demo} title={title} />}
    </p>
  );
}
