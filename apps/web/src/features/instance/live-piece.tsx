import { useQuery } from '@tanstack/react-query';
import type { Choice, Roadmap, Stage, Topic } from '@waymark/contract';
import { Link } from 'react-router';
import { isProblem } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { ButtonLink } from '../../ui/button';
import { LoadFailed } from '../../ui/load-failed';
import { Mark } from '../../ui/mark';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { builtInRoadmap } from './instance.queries';
import { landing as text } from './landing.text';
import styles from './live-piece.module.css';

/** The roadmap itself, as the API has it: a stranger opens its stages and goes to any topic. */
export function LivePiece() {
  const { data: roadmap, error, refetch } = useQuery(builtInRoadmap);
  return (
    <section className={styles.piece} aria-label={roadmap?.title ?? text.live}>
      {roadmap && <Piece roadmap={roadmap} />}
      {!roadmap && error && <Failed error={error} retry={() => void refetch()} />}
      {!roadmap && !error && <Skeleton lines={8} height={40} />}
    </section>
  );
}

function Failed({ error, retry }: { error: Error; retry: () => void }) {
  const isMissing = isProblem(error, 'not-found');
  if (isMissing)
    return (
      <Notice tone="info" action={<ButtonLink to="/roadmaps">{text.roadmaps}</ButtonLink>}>
        {text.noRoadmap}
      </Notice>
    );
  return <LoadFailed title={everyPage.loadFailed} error={error} onRetry={retry} />;
}

function Piece({ roadmap }: { roadmap: Roadmap }) {
  return (
    <>
      <header className={styles.head}>
        <p className={styles.live}>{text.live}</p>
        <h2>{roadmap.title}</h2>
      </header>
      <ol className={styles.trail}>
        {roadmap.stages.map((stage, index) => (
          <li key={stage.id}>
            <OneStage roadmap={roadmap} stage={stage} number={index + 1} />
          </li>
        ))}
      </ol>
      <ButtonLink variant="quiet" to={`/roadmaps/${roadmap.slug}`}>
        {text.all(roadmap.topics.length)}
      </ButtonLink>
    </>
  );
}

function OneStage({ roadmap, stage, number }: { roadmap: Roadmap; stage: Stage; number: number }) {
  const topics = new Map(roadmap.topics.map((topic) => [topic.id, topic]));
  const choices = new Map(roadmap.choices.map((choice) => [choice.id, choice]));
  return (
    // One at a time, so that the page stays one screen; the browser sees to it.
    <details className={styles.stage} name="stage" open={number === 1}>
      <summary>
        <span className={styles.post} aria-hidden="true">
          {number}
        </span>
        <span className={styles.title}>{stage.title}</span>
      </summary>
      <ul className={styles.items}>
        {stage.sections
          .flatMap((section) => section.items)
          .map((id) => (
            <li key={id}>
              <Item roadmap={roadmap.slug} topic={topics.get(id)} choice={choices.get(id)} />
            </li>
          ))}
      </ul>
    </details>
  );
}

function Item({ roadmap, topic, choice }: { roadmap: string; topic: Topic | undefined; choice: Choice | undefined }) {
  if (choice)
    return (
      <Link className={styles.fork} to={`/roadmaps/${roadmap}/choices/${choice.id}`}>
        {choice.title}
        <small>{text.oneOf(choice.take, choice.options.length)}</small>
      </Link>
    );
  if (!topic) return null;
  return (
    <Link className={styles.topic} to={`/roadmaps/${roadmap}/topics/${topic.id}`}>
      <Mark kind="not_started" label={null} size={20} />
      {topic.title}
    </Link>
  );
}
