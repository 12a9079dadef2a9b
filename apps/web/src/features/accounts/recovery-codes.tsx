import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { download } from '../../api/download';
import { instanceQuery } from '../../api/instance';
import { useSession } from '../../api/session';
import { Button } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { copyText } from './copy-text';
import styles from './two-factor.module.css';
import { twoFactorText as text } from './two-factor.text';

interface RecoveryCodesProps {
  /** One below that of what it stands in. */
  heading?: 'h2' | 'h3' | undefined;
  codes: readonly string[];
  onKept: () => void;
}

/** Ten codes that are shown this once, with every way to keep them. */
export function RecoveryCodes({ heading: Heading = 'h3', codes, onKept }: RecoveryCodesProps) {
  const { account } = useSession();
  const { data: instance } = useQuery(instanceQuery);
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed to get here is gone: who hears the page is told what came instead.
  useEffect(() => heading.current?.focus(), []);
  const title = text.codesOf(instance?.name ?? '', account?.email ?? '');
  const file = `${title}\n\n${codes.join('\n')}\n`;
  return (
    <div className={styles.step}>
      <Heading ref={heading} tabIndex={-1}>
        {text.codesTitle}
      </Heading>
      <p>{text.codes}</p>
      <div className={styles.sheet}>
        <p>{title}</p>
        <ol className={styles.codes}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <div className={layout.row}>
        <Button onClick={() => copyText(file)}>{text.copy}</Button>
        <Button onClick={() => download(new Blob([file], { type: 'text/plain' }), text.fileName)}>
          {text.download}
        </Button>
        <Button onClick={() => window.print()}>{text.print}</Button>
      </div>
      <div>
        <Button variant="main" onClick={onKept}>
          {text.kept}
        </Button>
      </div>
    </div>
  );
}
