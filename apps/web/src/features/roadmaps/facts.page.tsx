import type { Roadmap } from '@waymark/contract';
import { useParams } from 'react-router';
import { ButtonLink } from '../../ui/button';
import { DayText } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import layout from '../../ui/layout.module.css';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { useRoadmap } from '../progress/progress.queries';
import styles from './facts.module.css';
import { factsText as text } from './facts.text';
import { FactsAnswer } from './facts-answer';
import { ListContents } from './list-contents';
import contents from './list-contents.module.css';
import { ListFailed } from './list-failed';
import { useScrollToHash } from './list-scroll-to-hash';

/** What people ask about the way before they walk it, answered, with the source named once. */
export function FactsPage() {
  const { slug = '' } = useParams();
  const { data: roadmap, error, isPending, refetch } = useRoadmap(slug);
  useScrollToHash(roadmap !== undefined);
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} eyebrow={roadmap?.title ?? '\u00a0'}>
        <ButtonLink to={`/roadmaps/${slug}`}>{text.toRoadmap}</ButtonLink>
        <ButtonLink variant="quiet" to={`/roadmaps/${slug}/briefs`}>
          {text.toBriefs}
        </ButtonLink>
      </PageHead>
      {isPending && <Skeleton lines={8} height={64} />}
      {error && !roadmap && <ListFailed error={error} onRetry={() => void refetch()} />}
      {roadmap?.facts.length === 0 && <EmptyState title={text.none}>{text.noneWhy}</EmptyState>}
      {roadmap && roadmap.facts.length > 0 && <Facts roadmap={roadmap} />}
    </div>
  );
}

function Facts({ roadmap: { facts, source } }: { roadmap: Roadmap }) {
  return (
    <div className={contents.beside}>
      <ListContents
        label={text.contents}
        groups={[{ title: null, links: facts.map(({ id, question }) => ({ id, title: question })) }]}
      />
      <div className={styles.facts}>
        {facts.map((fact) => (
          <FactsAnswer key={fact.id} fact={fact} sourceUrl={source.url} />
        ))}
        <p className={styles.source}>
          {text.source}:{' '}
          <a href={source.url} rel="noopener noreferrer">
            {source.title}
          </a>
          , {text.asOf} <DayText day={source.asOf} />.
        </p>
      </div>
    </div>
  );
}
