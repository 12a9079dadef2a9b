import type { Roadmap } from '@waymark/contract';
import type { PlannedItem } from '@waymark/contract/rules';
import { Link } from 'react-router';
import { planText } from './plan.text';
import styles from './plan-page.module.css';

const text = planText.weeks;

function hoursText({ minutes, ofMinutes }: PlannedItem): string {
  return minutes === ofMinutes ? text.hours(minutes / 60) : text.part(minutes / 60, ofMinutes / 60);
}

function partText({ begins, ends }: PlannedItem): string | null {
  if (begins && ends) return null;
  return begins ? text.begins : ends ? text.ends : text.goesOn;
}

interface PlannedItemsProps {
  roadmap: Roadmap;
  items: readonly PlannedItem[];
  hidesHours: boolean;
}

/** Topics to learn and choices to make, each with as much of it as falls in here. */
export function PlannedItems({ roadmap, items, hidesHours }: PlannedItemsProps) {
  const base = `/roadmaps/${roadmap.slug}`;
  return (
    <ul className={styles.items}>
      {items.map((item, place) => {
        const topic = roadmap.topics.find(({ id }) => id === item.topicId);
        const choice = roadmap.choices.find(({ id }) => id === item.choiceId);
        const to = topic ? `${base}/topics/${topic.id}` : `${base}/choices/${item.choiceId}`;
        const beside = [partText(item), hidesHours ? null : hoursText(item)].filter(Boolean).join(', ');
        return (
          // The same choice may have two places open in one week.
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is what tells them apart
          <li key={`${to}-${place}`}>
            <Link to={to}>{topic?.title ?? text.undecided(choice?.title ?? '')}</Link>
            {beside && <span className={styles.beside}>{beside}</span>}
          </li>
        );
      })}
    </ul>
  );
}
