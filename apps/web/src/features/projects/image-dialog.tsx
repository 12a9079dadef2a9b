import type { Image } from '@waymark/contract';
import { imageReference } from '@waymark/contract/rules';
import { type FormEvent, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import styles from './image-dialog.module.css';
import { imageFailure, sendImage } from './send-image';
import { shrinkImage } from './shrink-image';
import { writeUpText as text } from './write-up.text';

interface Props {
  projectId: string;
  file: File;
  onInsert: (reference: string) => void;
  /** `added`: it was sent, and is not wanted after all. */
  onClose: (added: Image | null) => void;
}

function useSending(projectId: string, file: File) {
  const [tries, setTries] = useState(0);
  const [share, setShare] = useState(0);
  const [image, setImage] = useState<Image | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each try is one sending
  useEffect(() => {
    const called = new AbortController();
    setFailure(null);
    setShare(0);
    const send = async () => {
      const smaller = await shrinkImage(file);
      return sendImage({ projectId, file: smaller, onProgress: setShare, signal: called.signal });
    };
    send().then(setImage, (error: unknown) => {
      if (!called.signal.aborted) setFailure(error);
    });
    return () => called.abort();
  }, [projectId, file, tries]);

  return { share, image, failure, again: () => setTries(tries + 1) };
}

/** While a picture is on its way its words are asked for; it goes into the text once both are there. */
export function ImageDialog({ projectId, file, onInsert, onClose }: Props) {
  const { share, image, failure, again } = useSending(projectId, file);
  const [alt, setAlt] = useState('');

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    // To React it is inside the project's own form still.
    event.stopPropagation();
    if (image) onInsert(imageReference(image.name, alt));
  }

  // A form cannot stand in a form, and the text that it goes into does.
  return createPortal(
    <Dialog
      open
      title={text.describe}
      onClose={() => onClose(image)}
      actions={
        <>
          <Button onClick={() => onClose(image)}>{text.cancel}</Button>
          <Button variant="main" type="submit" form="describe-image" busy={!image && !failure} disabled={!!failure}>
            {text.insert}
          </Button>
        </>
      }
    >
      <form id="describe-image" className={styles.form} onSubmit={onSubmit}>
        {failure ? (
          <Notice tone="alarm" title={text.notAdded} action={<Button onClick={again}>{text.again}</Button>}>
            {imageFailure(failure, sentenceFor)}
          </Notice>
        ) : image ? (
          <img className={styles.shown} src={image.address} alt="" width={image.width} height={image.height} />
        ) : (
          <div className={styles.sending}>
            <label htmlFor="image-progress">{text.sending(file.name)}</label>
            <progress id="image-progress" value={share} max={1} />
          </div>
        )}
        <p role="status" className={styles.unseen}>
          {image ? text.sent : ''}
        </p>
        <TextField label={text.alt} hint={text.altHint} maxLength={300} value={alt} onChange={setAlt} autoFocus />
      </form>
    </Dialog>,
    document.body,
  );
}
