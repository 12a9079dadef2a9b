import type { Roadmap } from '@waymark/contract';
import { indexTopics } from '@waymark/contract/rules';
import { useParams } from 'react-router';
import { ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import layout from '../../ui/layout.module.css';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { useEnrolment, useRoadmap } from '../progress/progress.queries';
import { BriefCard } from './brief-card';
import styles from './briefs.module.css';
import { briefsText as text } from './briefs.text';
import { ListContents } from './list-contents';
import contents from './list-contents.module.css';
import { ListFailed } from './list-failed';
import { useScrollToHash } from './list-scroll-to-hash';

const levels = ['beginner', 'intermediate', 'advanced'] as const;

/** What could be built: by level, with what each asks for and the topics that it would show. */
export function BriefsPage() {
  const { slug = '' } = useParams();
  const { data: roadmap, error, isPending, refetch } = useRoadmap(slug);
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} eyebrow={roadmap?.title ?? '\u00a0'}>
        <ButtonLink to={`/roadmaps/${slug}`}>{text.toRoadmap}</ButtonLink>
        <ButtonLink variant="quiet" to={`/roadmaps/${slug}/facts`}>
          {text.toFacts}
        </ButtonLink>
      </PageHead>
      {isPending && <Skeleton lines={4} height={280} />}
      {error && !roadmap && <ListFailed error={error} onRetry={() => void refetch()} />}
      {roadmap?.briefs.length === 0 && (
        <EmptyState title={text.none} action={<ButtonLink to="/projects/new">{text.ownProject}</ButtonLink>}>
          {text.noneWhy}
        </EmptyState>
      )}
      {roadmap && roadmap.briefs.length > 0 && <Briefs roadmap={roadmap} />}
    </div>
  );
}

function Briefs({ roadmap }: { roadmap: Roadmap }) {
  const { enrolment, isPending } = useEnrolment(roadmap.slug);
  useScrollToHash(!isPending);
  const topics = indexTopics(roadmap);
  const groups = levels
    .map((level) => ({ level, briefs: roadmap.briefs.filter((brief) => brief.level === level) }))
    .filter(({ briefs }) => briefs.length > 0);
  if (isPending) return <Skeleton lines={4} height={280} />;
  return (
    <>
      <p className={styles.lead}>{text.lead}</p>
      <div className={contents.beside}>
        <ListContents
          label={text.contents}
          groups={groups.map(({ level, briefs }) => ({ title: text.levels[level], links: briefs }))}
        />
        <div className={styles.levels}>
          {groups.map(({ level, briefs }) => (
            <section key={level} className={styles.level} aria-labelledby={`level-${level}`}>
              <header>
                <h2 id={`level-${level}`}>{text.levels[level]}</h2>
                <p>{text.levelNotes[level]}</p>
              </header>
              {briefs.map((brief) => (
                <BriefCard key={brief.id} brief={brief} roadmap={roadmap.slug} topics={topics} enrolment={enrolment} />
              ))}
            </section>
          ))}
          <p className={styles.own}>
            {text.own} <ButtonLink to="/projects/new">{text.ownProject}</ButtonLink>
          </p>
        </div>
      </div>
    </>
  );
}
