import { proposals, summarise } from '@waymark/contract/rules';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import styles from './choice-panel.module.css';
import { useMap } from './map-context';
import { MarkLink } from './mark-link';
import panel from './panel.module.css';
import { roadmapText } from './roadmaps.text';
import { skipChange } from './topic-change';
import type { ChoiceNode, TopicNode } from './way-view';

const text = roadmapText.choice;

function firstSentence(words: string): string {
  return words.match(/^.*?[.!?](?=\s|$)/)?.[0] ?? words;
}

/** What the totals are, and what they would be: known before it is pressed. */
function Effect({ node, next }: { node: ChoiceNode; next: string[] }) {
  const { roadmap, enrolment } = useMap();
  if (!enrolment) return null;
  const [now, then] = [
    summarise(roadmap, enrolment),
    summarise(roadmap, { ...enrolment, choices: { ...enrolment.choices, [node.id]: next } }),
  ];
  const hours = enrolment.plan.hideEstimates
    ? null
    : ([Math.round(now.hoursLeft), Math.round(then.hoursLeft)] as [number, number]);
  const parts = text.effect([now.required, then.required], [now.done, then.done], hours);
  return <p className={panel.quiet}>{text.effectSaid(parts)}</p>;
}

function Option({ node, option }: { node: ChoiceNode; option: TopicNode }) {
  const { acts } = useMap();
  const { title } = option.topic;
  const isTaken = node.taken.includes(option.id);
  const next = isTaken ? node.taken.filter((id) => id !== option.id) : [...node.taken, option.id];
  const short = isTaken ? text.short.untake : node.taken.length > 0 ? text.short.takeToo : text.short.take;
  return (
    <li className={classes(styles.option, isTaken && styles.taken)}>
      <div className={styles.optionHead}>
        <MarkLink node={option} />
        {isTaken && <span className={styles.tag}>{text.yourWay}</span>}
        {option.option?.way === 'proposed' && <span className={styles.tag}>{text.proposed}</span>}
      </div>
      <p className={panel.quiet}>{firstSentence(option.topic.text)}</p>
      {option.option?.why && <p className={panel.quiet}>{option.option.why}</p>}
      {acts && <Effect node={node} next={next} />}
      {acts && (
        <Button
          aria-label={text.shortFor(short, title)}
          onClick={() =>
            acts.make({ choices: { [node.id]: next } }, isTaken ? text.untakenSaid(title) : text.takenSaid(title))
          }
        >
          {short}
        </Button>
      )}
    </li>
  );
}

/** What the options taken here propose elsewhere: an offer with its reason, never an act. */
function Follows({ node }: { node: ChoiceNode }) {
  const { roadmap, view, enrolment, acts } = useMap();
  if (!enrolment || !acts) return null;
  const open = proposals(roadmap, enrolment.choices);
  const offers = roadmap.steers.flatMap((steer) => {
    if (!node.taken.includes(steer.when)) return [];
    const found = [...open].find(([, offer]) => offer.topicId === steer.propose && offer.why === steer.why);
    const topic = view.nodes.get(steer.propose);
    return found && topic?.kind === 'topic' ? [{ choiceId: found[0], steer, topic }] : [];
  });
  if (offers.length === 0) return null;
  const accept = ({ choiceId, topic }: (typeof offers)[number]) =>
    acts.make(
      { choices: { [choiceId]: [...(enrolment.choices[choiceId] ?? []), topic.id] } },
      text.takenSaid(topic.topic.title),
    );
  return (
    <section className={panel.part}>
      <h3>{text.follows}</h3>
      <ul className={styles.offers}>
        {offers.map((offer) => (
          <li key={offer.choiceId}>
            <div>
              <MarkLink node={offer.topic} />
              <p className={panel.quiet}>{offer.steer.why}</p>
            </div>
            <Button onClick={() => accept(offer)}>{text.accept(offer.topic.topic.title)}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Skipping({ node }: { node: ChoiceNode }) {
  const { acts } = useMap();
  if (!acts || node.taken.length > 0) return null;
  const { title } = node.choice;
  return (
    <section className={panel.part}>
      {node.isSkipped ? (
        <>
          <p className={panel.quiet}>{text.isSkipped}</p>
          <Button onClick={() => acts.make(skipChange(node, true), text.backSaid(title))}>{text.bringBack}</Button>
        </>
      ) : (
        <>
          <p className={panel.quiet}>{text.skipHint}</p>
          <Button onClick={() => acts.make(skipChange(node, false), text.skippedSaid(title))}>{text.skip}</Button>
        </>
      )}
    </section>
  );
}

export function ChoicePanel({ node }: { node: ChoiceNode }) {
  const { acts } = useMap();
  return (
    <>
      <section className={panel.part}>
        <p>{node.choice.text}</p>
        {acts && (
          <p className={panel.quiet}>
            {node.taken.length > node.choice.take ? text.moreTaken(node.choice.take) : text.nothingLost}
          </p>
        )}
      </section>
      <Follows node={node} />
      <section className={panel.part}>
        <h3>{text.options}</h3>
        <ul className={styles.options}>
          {node.options.map((option) => (
            <Option key={option.id} node={node} option={option} />
          ))}
        </ul>
      </section>
      <Skipping node={node} />
    </>
  );
}
