import type { Review } from '@waymark/contract';
import { requirementsOf } from '@waymark/contract/rules';
import { useParams } from 'react-router';
import { sentenceFor } from '../../api/problem';
import { Button, ButtonLink } from '../../ui/button';
import { WholeDay } from '../../ui/dates';
import layout from '../../ui/layout.module.css';
import { Markdown } from '../../ui/markdown';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { PageSkeleton } from '../../ui/page-skeleton';
import styles from './receipt.module.css';
import { receiptText as text } from './receipt.text';
import { isGone, useReview, useRoadmapList, useRoadmapsOf } from './reviews.queries';
import { reviewsText } from './reviews.text';
import { titlesFrom } from './titles';
import { useRevision } from './use-revision';

interface Judged {
  key: string;
  name: string;
  verdict: 'met' | 'partly' | 'not_met';
  text: string;
}

function JudgedTable({ title, lines }: { title: string; lines: readonly Judged[] }) {
  if (lines.length === 0) return null;
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <tbody>
        {lines.map(({ key, name, verdict, text: why }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{reviewsText.verdict.levels[verdict]}</td>
            <td>{why && <Markdown text={why} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The last answer, and the revision that it is about; the newest revision while there is no answer. */
function Sheet({ review }: { review: Review }) {
  const { learner, verdicts, revisions, project } = review;
  const verdict = verdicts.at(-1);
  const number = verdict?.revision ?? review.revision;
  // What was answered may be older than what is under review now.
  const snapshot = useRevision(project.id, number).data ?? review.snapshot;
  const slugs = useRoadmapList(snapshot.briefId !== null);
  const { roadmaps } = useRoadmapsOf([...snapshot.covers.map(({ roadmap }) => roadmap), ...slugs]);
  const titleOf = titlesFrom(roadmaps);
  const wanted = requirementsOf(new Map(roadmaps.map((each) => [each.slug, each])), snapshot.briefId);
  const revision = revisions.find((each) => each.number === number);
  const facts: readonly (readonly [name: string, value: string])[] = [
    [text.by, learner.name],
    ...(snapshot.repoUrl ? [[text.repository, `${snapshot.repoUrl} ${snapshot.repoPath}`.trim()] as const] : []),
    ...(snapshot.repoUrl ? [[text.commit, revision?.commit ?? text.notChecked] as const] : []),
    ...(snapshot.demoUrl ? [[text.demo, snapshot.demoUrl] as const] : []),
  ];
  return (
    <article className={styles.sheet} aria-label={text.title(project.title)}>
      <p className={styles.head}>
        {text.revision} {number}, {text.asked} <WholeDay at={revision?.createdAt ?? review.requestedAt} />
      </p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{text.question}</h2>
      <Markdown text={review.question} />
      <h2>{text.answer}</h2>
      {!verdict && <p>{text.none}</p>}
      {verdict && (
        <>
          <p>
            <b>{reviewsText.states[verdict.decision]}</b>. {text.reviewer} {verdict.reviewer?.name || text.formerly}{' '}
            {text.on} <WholeDay at={verdict.at} />.
          </p>
          <Markdown text={verdict.text} />
          <JudgedTable
            title={text.topics}
            lines={verdict.topics.map((line) => ({
              ...line,
              key: `${line.roadmap}/${line.topicId}`,
              name: titleOf(line.roadmap, line.topicId),
            }))}
          />
          <JudgedTable
            title={text.requirements}
            lines={verdict.requirements.map((line) => ({
              ...line,
              key: line.id,
              name: wanted.find(({ id }) => id === line.id)?.text ?? line.id,
            }))}
          />
        </>
      )}
      <p className={styles.foot}>{text.foot}</p>
    </article>
  );
}

/** A review as one prints it: what was looked at, and what was said of it. */
export function ReceiptPage() {
  const { id = '' } = useParams();
  const query = useReview(id);
  const review = query.data;
  if (!review && !query.isError) return <PageSkeleton />;
  if (!review) {
    const gone = isGone(query.error);
    return (
      <div className={layout.wrap}>
        <PageHead title={gone ? reviewsText.gone : reviewsText.loadFailed} />
        <Notice
          tone={gone ? 'info' : 'alarm'}
          action={gone ? undefined : <Button onClick={() => query.refetch()}>{reviewsText.retry}</Button>}
        >
          {gone ? reviewsText.notFound : sentenceFor(query.error)}
        </Notice>
      </div>
    );
  }
  return (
    <div className={`${layout.wrap} ${styles.page}`}>
      <PageHead title={text.title(review.project.title)} />
      <div className={styles.acts}>
        <Button variant="main" onClick={() => window.print()}>
          {text.print}
        </Button>
        <ButtonLink to={`/reviews/${id}`}>{text.back}</ButtonLink>
      </div>
      <Sheet review={review} />
    </div>
  );
}
