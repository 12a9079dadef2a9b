import type { TopicState } from '@waymark/contract';
import { classes } from '../../ui/classes';
import { Kbd } from '../../ui/kbd';
import { Mark } from '../../ui/mark';
import { useMap } from './map-context';
import { roadmapText } from './roadmaps.text';
import styles from './state-buttons.module.css';
import type { TopicNode } from './way-view';

const text = roadmapText.topic;

const buttons: readonly { state: TopicState; key: string }[] = [
  { state: 'learning', key: 'L' },
  { state: 'done', key: 'D' },
  { state: 'skipped', key: 'S' },
  { state: 'not_started', key: 'R' },
];

export function StateButtons({ node, onSet }: { node: TopicNode; onSet: (state: TopicState) => void }) {
  const { acts } = useMap();
  if (!acts) return null;
  const current = node.progress?.state ?? 'not_started';
  return (
    <fieldset className={styles.set} aria-label={text.states}>
      {buttons.map(({ state, key }) => {
        const isOn = state === current && state !== 'not_started';
        const mark = state === 'done' ? (node.progress?.proof ?? 'learned') : state;
        return (
          <button
            key={state}
            type="button"
            className={classes(styles.button, isOn && styles[state])}
            aria-pressed={state === 'not_started' ? undefined : isOn}
            aria-disabled={state === 'not_started' && current === 'not_started' ? true : undefined}
            aria-keyshortcuts={key}
            onClick={() => {
              if (state !== current) onSet(state);
            }}
          >
            {isOn && <Mark kind={mark} label={null} size={20} />}
            {text.set[state]}
            <span className={styles.key} aria-hidden="true">
              <Kbd>{key}</Kbd>
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
