import type { OnProgress } from './write-backup.js';

/** In a terminal one line that moves; elsewhere one line per collection, when it is done. */
export function showProgress(out: NodeJS.WriteStream): OnProgress {
  return (collection, done, of) => {
    const text = `  ${collection}: ${done.toLocaleString('en')}${done < of ? ` of about ${of.toLocaleString('en')}` : ''}`;
    if (out.isTTY) out.write(`\r\u001b[K${text}${done >= of ? '\n' : ''}`);
    else if (done >= of) out.write(`${text}\n`);
  };
}
