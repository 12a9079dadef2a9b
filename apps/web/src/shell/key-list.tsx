import { Dialog } from '../ui/dialog';
import { CheckField } from '../ui/fields';
import { Kbd } from '../ui/kbd';
import { useKeyList } from '../ui/use-key-list';
import { useSingleKeys } from '../ui/use-keys';
import styles from './key-list.module.css';
import { keyListText } from './key-list.text';
import { keyName } from './key-name';

export function KeyList({ onClose }: { onClose: () => void }) {
  const groups = useKeyList();
  const [single, setSingle] = useSingleKeys();
  return (
    <Dialog open onClose={onClose} title={keyListText.title}>
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
      <CheckField label={keyListText.single} hint={keyListText.singleHint} checked={single} onChange={setSingle} />
    </Dialog>
  );
}
