import { Dialog } from '../ui/dialog';
import { CheckField } from '../ui/fields';
import { Kbd } from '../ui/kbd';
import { useKeyList, useSingleKeys } from '../ui/use-keys';
import styles from './key-list.module.css';
import { shell } from './shell.text';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** `mod+k` as its reader's keyboard has it. */
export function keyName(key: string): string {
  const parts = key.split('+');
  const last = parts.pop() || '+';
  const name = shell.keyList.names[last] ?? (last.length === 1 ? last.toUpperCase() : last);
  return parts.includes('mod') ? `${isMac ? '⌘' : 'Ctrl'} ${name}` : name;
}

export function KeyList({ open, onClose }: { open: boolean; onClose: () => void }) {
  const groups = useKeyList();
  const [single, setSingle] = useSingleKeys();
  return (
    <Dialog open={open} onClose={onClose} title={shell.keyList.title}>
      {groups.map(({ group, keys }) => (
        <section key={group} className={styles.group}>
          {group && <h3 className={styles.title}>{group}</h3>}
          <dl className={styles.keys}>
            {keys.map(({ key, text }) => (
              <div key={key} className={styles.line}>
                <dt>{text}</dt>
                <dd>
                  <Kbd>{keyName(key)}</Kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <CheckField label={shell.keyList.single} hint={shell.keyList.singleHint} checked={single} onChange={setSingle} />
    </Dialog>
  );
}
