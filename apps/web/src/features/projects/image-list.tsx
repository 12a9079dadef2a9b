import type { Image } from '@waymark/contract';
import { imageLimits } from '@waymark/contract/rules';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { notify } from '../../ui/toast';
import styles from './image-list.module.css';
import { useImageActs } from './images.queries';
import { writeUpText as text } from './write-up.text';

interface Props {
  projectId: string;
  images: readonly Image[];
  /** Those that the text shows as it stands now. */
  used: ReadonlySet<string>;
  onInsert: (name: string) => void;
}

/** The images that a project has, put away until somebody wants to see to them. */
export function ImageList({ projectId, images, used, onInsert }: Props) {
  const { remove } = useImageActs(projectId);
  const [leaving, setLeaving] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (images.length === 0) return null;

  async function removeNow(name: string) {
    setBusy(true);
    try {
      await remove(name);
      notify({ text: text.removed, tone: 'good' });
    } catch (error) {
      notify({ text: sentenceFor(error), tone: 'alarm' });
    }
    setBusy(false);
    setLeaving(null);
  }

  return (
    <details className={styles.list}>
      <summary>{text.list(images.length, imageLimits.perProject)}</summary>
      <ul>
        {images.map(({ name, address, bytes }, place) => (
          <li key={name}>
            <img src={address} alt="" width={64} height={48} loading="lazy" />
            <p>
              {used.has(name) ? text.used : text.unused} <small>{text.kilobytes(bytes)}</small>
            </p>
            {!used.has(name) && (
              <Button aria-label={text.insertAgain(place + 1)} onClick={() => onInsert(name)}>
                {text.insert}
              </Button>
            )}
            <Button variant="quiet" aria-label={text.remove(place + 1)} onClick={() => setLeaving(name)}>
              {text.delete}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        open={leaving !== null}
        title={text.removeTitle}
        onClose={() => setLeaving(null)}
        actions={
          <>
            <Button onClick={() => setLeaving(null)}>{text.keep}</Button>
            <Button variant="danger" busy={busy} onClick={() => leaving && void removeNow(leaving)}>
              {text.removeNow}
            </Button>
          </>
        }
      >
        <p>{text.removeWords}</p>
      </Dialog>
    </details>
  );
}
