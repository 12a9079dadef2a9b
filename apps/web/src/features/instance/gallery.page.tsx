import { useState } from 'react';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { CheckField, SelectField, TextArea, TextField } from '../../ui/fields';
import { Kbd } from '../../ui/kbd';
import layout from '../../ui/layout.module.css';
import { Mark, type MarkKind } from '../../ui/mark';
import { Markdown } from '../../ui/markdown';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { ProofBar } from '../../ui/proof-bar';
import { Segmented } from '../../ui/segmented';
import { Skeleton } from '../../ui/skeleton';
import { notify } from '../../ui/toast';
import styles from './gallery.module.css';

const kinds: readonly MarkKind[] = ['not_started', 'learning', 'learned', 'shown', 'confirmed', 'skipped'];
const variants = ['main', 'plain', 'quiet', 'danger'] as const;
const bars = [
  { required: 68, done: 31, shown: 12, confirmed: 5 },
  { required: 7, done: 7, shown: 7, confirmed: 7 },
  { required: 0, done: 0, shown: 0, confirmed: 0 },
];
const options = [
  { value: 'trail', label: 'Trail' },
  { value: 'outline', label: 'Outline' },
] as const;
const sample =
  '# A heading\n\nText with `code`, [a link](https://example.org) and\n\n- one\n- two\n\n```\nGET /things\n```';

/** Every component in every state, in both themes at once. In development alone, so its words are in no catalogue. */
export function GalleryPage() {
  return (
    <div className={layout.wrap}>
      <PageHead title="Components" eyebrow="Development" />
      <div className={styles.themes}>
        <div className={styles.theme} data-theme="light">
          <Everything />
        </div>
        <div className={styles.theme} data-theme="dark">
          <Everything />
        </div>
      </div>
    </div>
  );
}

function Everything() {
  const [text, setText] = useState('');
  const [view, setView] = useState<'trail' | 'outline'>('trail');
  const [on, setOn] = useState(true);
  const [open, setOpen] = useState(false);
  return (
    <div className={layout.stack}>
      <div className={layout.row}>
        {kinds.map((kind) => (
          <Mark key={kind} kind={kind} size={36} />
        ))}
      </div>
      {bars.map((counts) => (
        <ProofBar key={counts.required} counts={counts} />
      ))}
      {variants.map((variant) => (
        <div key={variant} className={layout.row}>
          <Button variant={variant}>{variant}</Button>
          <Button variant={variant} busy>
            busy
          </Button>
          <Button variant={variant} disabled>
            disabled
          </Button>
        </div>
      ))}
      <TextField label="Text" hint="A hint" value={text} onChange={setText} />
      <TextField label="Wrong" error="Say what to do instead" value={text} onChange={setText} />
      <TextField label="Password" type="password" value={text} onChange={setText} />
      <TextArea label="Long" value={text} onChange={setText} />
      <SelectField label="Select" value={view} onChange={setView} options={options} />
      <CheckField label="Check" hint="A hint" checked={on} onChange={setOn} />
      <Segmented label="View" value={view} onChange={setView} options={options} />
      <Notice tone="info" title="Info">
        What is so.
      </Notice>
      <Notice tone="good">What went well.</Notice>
      <Notice tone="alarm" action={<Button>Try again</Button>}>
        What went wrong.
      </Notice>
      <EmptyState title="Nothing yet" action={<Button variant="main">Begin</Button>}>
        What it will hold.
      </EmptyState>
      <Skeleton />
      <p>
        <Kbd>Ctrl K</Kbd>
      </p>
      <Markdown text={sample} />
      <div className={layout.row}>
        <Button onClick={() => setOpen(true)}>Dialog</Button>
        <Button onClick={() => notify({ text: 'Done', action: { label: 'Undo', run: () => {} } })}>Toast</Button>
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title="Dialog" actions={<Button>Act</Button>}>
        <p>It gives the focus back.</p>
      </Dialog>
    </div>
  );
}
