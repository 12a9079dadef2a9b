import { Menu } from '../../ui/menu';
import { mapText } from './map.text';
import { topicsIn } from './map-filter';
import { useFrame } from './map-frame';
import menu from './map-menu.module.css';
import type { StageView } from './way-view';

const text = mapText.stageMenu;

/** What can be done with a stage as a whole. `view` is what the filter shows of it. */
export function StageMenu({ view }: { view: StageView }) {
  const { canAct, roadmap, set, toggleAll } = useFrame();
  if (!canAct) return null;
  const reset = () => {
    const items = roadmap.stages.find((stage) => stage.id === view.stage.id)?.sections.flatMap(({ items }) => items);
    const optionsOf = (id: string) => roadmap.choices.find((choice) => choice.id === id)?.options ?? [id];
    set(items?.flatMap(optionsOf) ?? [], 'not_started');
  };
  return (
    <Menu label={text.label(view.stage.title)} trigger={<Dots />}>
      <div className={menu.items}>
        <button type="button" data-closes onClick={() => toggleAll(topicsIn([view]).map(({ id }) => id))}>
          {text.select}
        </button>
        <button type="button" data-closes onClick={reset}>
          {text.reset}
        </button>
      </div>
    </Menu>
  );
}

export function Dots() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="currentColor">
      <circle cx="4" cy="10" r="1.7" />
      <circle cx="10" cy="10" r="1.7" />
      <circle cx="16" cy="10" r="1.7" />
    </svg>
  );
}
