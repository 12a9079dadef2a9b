import { Suspense, use, useMemo } from 'react';
import styles from './markdown.module.css';

type Renderer = typeof import('./markdown-render');
let renderer: Promise<Renderer> | null = null;

function load(): Promise<Renderer> {
  renderer ??= import('./markdown-render').catch((error: unknown) => {
    renderer = null;
    throw error;
  });
  return renderer;
}

/** A member's own text. Until the renderer is there it shows as it was written. */
export function Markdown({ text }: { text: string }) {
  return (
    <Suspense fallback={<div className={styles.plain}>{text}</div>}>
      <Rendered text={text} />
    </Suspense>
  );
}

function Rendered({ text }: { text: string }) {
  const { renderMarkdown } = use(load());
  const html = useMemo(() => renderMarkdown(text), [renderMarkdown, text]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer lets no HTML through, see its test
  return <div className={styles.markdown} dangerouslySetInnerHTML={{ __html: html }} />;
}
