import { useRef, useState } from 'react';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { FileField } from './file-field';
import { FileImport } from './file-import';
import { ImportList } from './import-list.page';
import { openFile, type ReadFile, readText } from './read-file';
import styles from './transfer.module.css';
import { transferText as text } from './transfer.text';

interface Chosen {
  file: ReadFile;
  hash: string;
  /** Chosen once more, it is looked at once more. */
  time: number;
}

async function readChosen(file: File): Promise<Omit<Chosen, 'time'>> {
  const opened = await openFile(file);
  return opened ? { file: readText(opened.text), hash: opened.hash } : { file: { kind: 'too-large' }, hash: '' };
}

export function ImportPage() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const times = useRef(0);
  const choose = async (file: File) => {
    times.current += 1;
    const time = times.current;
    const read = await readChosen(file).catch(() => ({ file: { kind: 'broken' } as const, hash: '' }));
    // Another one may have been chosen while this one was read.
    if (time === times.current) setChosen({ ...read, time });
  };
  const file = chosen?.file;
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} eyebrow={text.eyebrow} />
      <div className={styles.page}>
        <p className={styles.lead}>{text.lead}</p>
        <FileField isFirst={chosen === null} onFile={(picked) => void choose(picked)} />
        {file?.kind === 'ours' && <FileImport key={chosen?.time} file={file} hash={chosen?.hash ?? ''} />}
        {file?.kind === 'list' && <ImportList key={chosen?.time} list={file.list} />}
        {file && file.kind !== 'ours' && file.kind !== 'list' && (
          <Notice key={chosen?.time} tone="alarm">
            {text.failures[file.kind]}
          </Notice>
        )}
      </div>
    </div>
  );
}
