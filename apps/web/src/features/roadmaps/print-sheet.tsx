import { createPortal } from 'react-dom';
import { everyPage } from '../../text/every-page.text';
import { DayText } from '../../ui/dates';
import { Mark } from '../../ui/mark';
import { mapText } from './map.text';
import { useMap } from './map-context';
import { topicsIn } from './map-filter';
import styles from './print-sheet.module.css';
import { roadmapText } from './roadmaps.text';
import { labelOf, noteOf } from './topic-note';
import type { ChoiceNode, StageView, TopicNode } from './way-view';

const text = mapText.print;

function Topic({ node }: { node: TopicNode }) {
  const { shownIn, enrolment } = useMap();
  const { topic } = node;
  const note = node.isHere ? null : noteOf(node, shownIn.get(node.id) ?? 0, false);
  const hours = enrolment?.plan.hideEstimates ? '' : roadmapText.map.hours(topic.effortHours);
  return (
    <li className={styles.topic}>
      <Mark kind={node.mark} size={22} />
      <div>
        <h4>
          {topic.title} <small>{labelOf(hours, node.mark, note)}</small>
        </h4>
        <p>{topic.text}</p>
        {topic.outcomes.length > 0 && (
          <ul className={styles.outcomes}>
            {topic.outcomes.map((outcome) => (
              <li key={outcome.id}>{outcome.text}</li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function Choice({ node }: { node: ChoiceNode }) {
  const { choice, options } = node;
  return (
    <li className={styles.choice}>
      <h4>
        {choice.title} <small>{roadmapText.choice.choose(choice.take, choice.options.length)}</small>
      </h4>
      <p>{choice.text}</p>
      <ul className={styles.topics}>
        {options.map((option) => (
          <Topic key={option.id} node={option} />
        ))}
      </ul>
    </li>
  );
}

/** The roadmap as a checklist on paper: what the filter shows of it, with its texts. It stands beside the page. */
export function PrintSheet({ stages, all }: { stages: readonly StageView[]; all: number }) {
  const { roadmap, enrolment } = useMap();
  const shown = topicsIn(stages).length;
  const counts = enrolment?.summary;
  return createPortal(
    <article className={styles.sheet} data-paper>
      <header className={styles.head}>
        <h1>{roadmap.title}</h1>
        <p>
          {counts && `${everyPage.bar(counts)}. `}
          {shown < all && `${text.shows(shown, all)} `}
          <DayText day={new Date().toLocaleDateString('sv')} />
        </p>
      </header>
      {stages.map((view) => (
        <section key={view.stage.id} className={styles.stage}>
          <h2>
            {view.number}. {view.stage.title}
            {counts && view.counts.required > 0 && (
              <small> {roadmapText.map.roll(view.counts.done, view.counts.required)}</small>
            )}
          </h2>
          <p>{view.stage.summary}</p>
          {view.sections.map((section) => (
            <div key={section.id}>
              <h3>{section.title}</h3>
              <ul className={styles.topics}>
                {section.nodes.map((node) =>
                  node.kind === 'choice' ? <Choice key={node.id} node={node} /> : <Topic key={node.id} node={node} />,
                )}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </article>,
    document.body,
  );
}
