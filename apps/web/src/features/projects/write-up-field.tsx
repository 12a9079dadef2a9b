import { useState } from 'react';
import { TextArea } from '../../ui/fields';
import { Markdown } from '../../ui/markdown';
import { Segmented } from '../../ui/segmented';
import { projectsText } from './projects.text';
import styles from './write-up-field.module.css';

const text = projectsText;
const mostCharacters = 10_000;

interface Props {
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

export function WriteUpField({ value, error, onChange }: Props) {
  const [view, setView] = useState<'write' | 'preview'>('write');
  const isOver = value.length > mostCharacters;
  return (
    <div className={styles.field}>
      <Segmented
        label={text.writeOrPreview}
        value={view}
        onChange={setView}
        options={[
          { value: 'write', label: text.write },
          { value: 'preview', label: text.preview },
        ]}
      />
      {view === 'write' ? (
        <TextArea
          label={text.fields.writeUp}
          hint={text.fields.writeUpHint}
          rows={12}
          value={value}
          onChange={onChange}
          error={error}
        />
      ) : (
        <div className={styles.preview}>
          {value.trim() ? <Markdown text={value} /> : <p>{text.nothingToPreview}</p>}
        </div>
      )}
      <p className={isOver ? styles.over : styles.count}>{text.characters(value.length, mostCharacters)}</p>
    </div>
  );
}
