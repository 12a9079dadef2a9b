import { Suspense, use, useMemo } from 'react';
import styles from './markdown.module.css';
import type { OwnImages } from './markdown-render';

type Renderer = typeof import('./markdown-render');
let renderer: Promise<Renderer> | null = null;

function load(): Promise<Renderer> {
  renderer ??= import('./markdown-render').catch((error: unknown) => {
    renderer = null;
    throw error;
  });
  return renderer;
}

interface Props {
  text: string;
  /** The images that it may show, by name. Without them it shows none. */
  images?: OwnImages | undefined;
}

/** A member's own text. Until the renderer is there it shows as it was written. */
export function Markdown({ text, images }: Props) {
  return (
    <Suspense fallback={<div className={styles.plain}>{text}</div>}>
      <Rendered text={text} images={images} />
    </Suspense>
  );
}

function Rendered({ text, images }: Props) {
  const { renderMarkdown } = use(load());
  const html = useMemo(() => renderMarkdown(text, images), [renderMarkdown, text, images]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer lets no HTML through, see its test
  return <div className={styles.markdown} dangerouslySetInnerHTML={{ __html: html }} />;
}
