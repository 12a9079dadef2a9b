import { imageNamesIn, imageReference, imageTypes } from '@waymark/contract/rules';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/fields';
import { insertBlock } from '../../ui/insert-block';
import { Segmented } from '../../ui/segmented';
import { ImageDialog } from './image-dialog';
import { ImageList } from './image-list';
import { useImageActs, useImages } from './images.queries';
import { projectsText } from './projects.text';
import { useImageInput } from './use-image-input';
import { WriteUp } from './write-up';
import { writeUpText } from './write-up.text';
import styles from './write-up-field.module.css';

const text = projectsText;
const mostCharacters = 10_000;

interface Props {
  /** `undefined`: it was never saved. */
  projectId: string | undefined;
  /** Saves a new one, since an image belongs to a project; `null` where that cannot be yet. */
  findProject: () => Promise<string | null>;
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

export function WriteUpField({ projectId, findProject, value, error, onChange }: Props) {
  const [view, setView] = useState<'write' | 'preview'>('write');
  const field = useRef<HTMLTextAreaElement>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const input = useImageInput(findProject);
  const { current } = input;
  const images = useImages(projectId).data?.items ?? [];
  const { refresh, remove } = useImageActs(projectId ?? current?.projectId);
  const isOver = value.length > mostCharacters;

  useEffect(() => {
    if (cursor === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(cursor, cursor);
    setCursor(null);
  }, [cursor]);

  function insert(reference: string) {
    const inserted = insertBlock(value, field.current?.selectionStart ?? value.length, reference);
    onChange(inserted.text);
    setView('write');
    setCursor(inserted.cursor);
    void refresh();
  }

  /** The field is known once it has been in use. */
  const remember = (event: SyntheticEvent<HTMLTextAreaElement>) => {
    field.current = event.currentTarget;
  };

  return (
    <div className={styles.field}>
      <div className={styles.acts}>
        <Segmented
          label={text.writeOrPreview}
          value={view}
          onChange={(next) => {
            // The field that was known is gone with its view.
            field.current = null;
            setView(next);
          }}
          options={[
            { value: 'write', label: text.write },
            { value: 'preview', label: text.preview },
          ]}
        />
        <Button onClick={() => chooser.current?.click()}>{writeUpText.add}</Button>
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          accept={imageTypes.join(',')}
          aria-label={writeUpText.add}
          onChange={(event) => {
            void input.add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      {view === 'write' ? (
        <TextArea
          label={text.fields.writeUp}
          hint={`${text.fields.writeUpHint} ${writeUpText.addHint}`}
          rows={12}
          value={value}
          onChange={onChange}
          onSelect={remember}
          onFocus={remember}
          onPaste={input.onPaste}
          onDragOver={input.onDragOver}
          onDrop={input.onDrop}
          error={error}
        />
      ) : (
        <div className={styles.preview}>
          {value.trim() ? <WriteUp projectId={projectId} text={value} /> : <p>{text.nothingToPreview}</p>}
        </div>
      )}
      <p className={styles.wrong} role="alert">
        {input.wrong && (input.wrong === 'kind' ? writeUpText.noImage : writeUpText.needsProject)}
      </p>
      <p className={isOver ? styles.over : styles.count}>{text.characters(value.length, mostCharacters)}</p>
      {projectId && (
        <ImageList
          projectId={projectId}
          images={images}
          used={new Set(imageNamesIn(value))}
          onInsert={(name) => insert(imageReference(name, ''))}
        />
      )}
      {current && (
        <ImageDialog
          key={`${current.file.name}/${current.file.lastModified}/${current.file.size}`}
          {...current}
          onInsert={(reference) => {
            input.next();
            insert(reference);
          }}
          onClose={(added) => {
            input.next();
            // Sent, and not wanted after all: unless the text shows the very same picture already.
            if (added && !imageNamesIn(value).includes(added.name)) void remove(added.name).catch(() => refresh());
          }}
        />
      )}
    </div>
  );
}
