import type { ProjectCard, TopicState } from '@waymark/contract';
import { showsItsTopics } from '@waymark/contract/rules';
import { type ReactNode, Suspense } from 'react';
import { Link } from 'react-router';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/fields';
import { useMap } from './map-context';
import { MarkLink } from './mark-link';
import styles from './panel.module.css';
import { roadmapText } from './roadmaps.text';
import { ShownBy } from './shown-by';
import { StateButtons } from './state-buttons';
import { changeOf } from './topic-change';
import type { MapNode, TopicNode } from './way-view';

const text = roadmapText.topic;

function ProofSentence({ node, projects }: { node: TopicNode; projects: readonly ProjectCard[] }) {
  const { progress, mark } = node;
  if (progress?.state !== 'done') return null;
  const said =
    mark === 'confirmed'
      ? text.proof.confirmed
      : mark === 'shown'
        ? text.proof.shown(projects.map((project) => project.title))
        : text.proof.learned;
  return (
    <p className={styles.proof}>
      {said} {progress.known && text.proof.known}
    </p>
  );
}

function Facts({ node }: { node: TopicNode }) {
  const { view } = useMap();
  const { topic, option } = node;
  const choice = option && view.nodes.get(option.choiceId);
  return (
    <p className={styles.quiet}>
      {text.facts(topic.effortHours, topic.level)} {topic.requirement === 'optional' && text.optional}
      {choice?.kind === 'choice' && text.option(choice.choice.title)}
    </p>
  );
}

function OptionActs({ node }: { node: TopicNode }) {
  const { view, acts } = useMap();
  const choice = node.option && view.nodes.get(node.option.choiceId);
  if (choice?.kind !== 'choice') return null;
  const { title } = node.topic;
  const isTaken = choice.taken.includes(node.id);
  const next = isTaken ? choice.taken.filter((id) => id !== node.id) : [...choice.taken, node.id];
  const said = isTaken ? roadmapText.choice.untakenSaid(title) : roadmapText.choice.takenSaid(title);
  const label = isTaken
    ? roadmapText.choice.untake(title)
    : choice.taken.length > 0
      ? roadmapText.choice.takeToo(title)
      : roadmapText.choice.take(title);
  return (
    <div className={styles.optionActs}>
      {acts && (
        <Button
          variant={isTaken ? 'plain' : 'main'}
          onClick={() => acts.make({ choices: { [choice.id]: [...next] } }, said)}
        >
          {label}
        </Button>
      )}
      <MarkLink node={choice} />
    </div>
  );
}

function Prerequisites({ nodes }: { nodes: readonly MapNode[] }) {
  return (
    <section className={styles.part}>
      <h3>{text.prerequisites}</h3>
      <ul className={styles.links}>
        {nodes.map((each) => (
          <li key={each.id}>
            <MarkLink node={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The topic as it is for who keeps nothing with it: to be read. */
function PlainTopic({ node, between, after }: { node: TopicNode; between: ReactNode; after: ReactNode }) {
  const { outcomes, resources } = node.topic;
  return (
    <>
      <section className={styles.part}>
        <h3>{text.youCan}</h3>
        <ul className={styles.outcomes}>
          {outcomes.map((outcome) => (
            <li key={outcome.id}>{outcome.text}</li>
          ))}
        </ul>
      </section>
      {between}
      <section className={styles.part}>
        <h3>{text.read}</h3>
        <ul className={styles.links}>
          {resources
            .toSorted((a, b) => Number(b.official) - Number(a.official))
            .map((resource) => (
              <li key={resource.id}>
                <a href={resource.url} rel="noopener noreferrer" lang={resource.language}>
                  {resource.title}
                </a>{' '}
                <span className={styles.quiet}>{text.kind(resource)}</span>
              </li>
            ))}
        </ul>
      </section>
      {after}
    </>
  );
}

export function TopicPanel({ node }: { node: TopicNode }) {
  const { roadmap, view, acts, projects, Room } = useMap();
  const { topic, progress } = node;
  const covering = projects.filter((project) =>
    project.covers.some((cover) => cover.roadmap === roadmap.slug && cover.topicId === node.id),
  );
  const prerequisites = topic.prerequisites.flatMap((id) => view.nodes.get(id) ?? []);
  const set = (state: TopicState, known?: boolean) => acts?.make(changeOf(view, node, state, known));
  const shown = acts && (
    <>
      <section className={styles.part}>
        <h3>{text.shownBy}</h3>
        <ShownBy projects={covering} topicId={node.id} />
        <Link to={`/projects/new?topic=${roadmap.slug}/${node.id}`}>{text.log}</Link>
      </section>
      {(progress?.state === 'done' || progress?.state === 'not_started') && (
        <section className={styles.part}>
          <CheckField
            label={text.known}
            hint={text.knownHint}
            checked={progress.known}
            onChange={(known) => set('done', known)}
          />
        </section>
      )}
    </>
  );
  const comesAfter = prerequisites.length > 0 && <Prerequisites nodes={prerequisites} />;
  return (
    <>
      <div className={styles.acts}>
        <StateButtons node={node} onSet={set} />
        {progress?.state === 'done' && <ProofSentence node={node} projects={covering.filter(showsItsTopics)} />}
      </div>
      <section className={styles.part}>
        <p>{topic.text}</p>
        <Facts node={node} />
        <OptionActs node={node} />
      </section>
      {Room && progress ? (
        <Suspense fallback={<PlainTopic node={node} between={comesAfter} after={shown} />}>
          <Room
            key={node.id}
            slug={roadmap.slug}
            topic={topic}
            state={progress.state}
            goBack={(state) => set(state)}
            prerequisites={comesAfter}
            projects={shown}
          />
        </Suspense>
      ) : (
        <PlainTopic node={node} between={comesAfter} after={shown} />
      )}
    </>
  );
}
