import type { RoadmapCard } from '@waymark/contract';
import { useNavigate } from 'react-router';
import { sentenceFor } from '../../api/problem';
import { useSession } from '../../api/session';
import { everyPage } from '../../text/every-page.text';
import { Button, ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { notify } from '../../ui/toast';
import { LeftRoadmaps } from '../progress/left-roadmaps';
import { useEnrolments, usePutEnrolment } from '../progress/progress.queries';
import styles from './list.module.css';
import { useRoadmaps } from './list.queries';
import { listText as text } from './list.text';
import { ListCard } from './list-card';

export function RoadmapsPage() {
  const isMember = useSession().status === 'member';
  const roadmaps = useRoadmaps();
  const enrolments = useEnrolments();
  const isPending = roadmaps.isPending || (isMember && enrolments.isPending);
  const error = (roadmaps.data ? null : roadmaps.error) ?? (enrolments.data ? null : enrolments.error);
  const retry = () => {
    void roadmaps.refetch();
    if (isMember) void enrolments.refetch();
  };
  const mineOf = (slug: string) => enrolments.data?.items.find((each) => each.roadmap === slug) ?? null;
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} />
      <p className={styles.lead}>{text.lead}</p>
      {error && <LoadFailed title={text.failed} error={error} onRetry={retry} />}
      {isPending && !error && <Skeleton lines={1} height={290} />}
      {!isPending && !error && (
        <ul className={styles.list}>
          {roadmaps.data?.items.map((card) => {
            const mine = mineOf(card.slug);
            const acts = mine ? <GoOn card={card} /> : isMember ? <Start card={card} /> : <SignUp card={card} />;
            return (
              <li key={card.slug}>
                <ListCard card={card} mine={mine} acts={acts} />
              </li>
            );
          })}
        </ul>
      )}
      <LeftRoadmaps />
      {roadmaps.data?.items.length === 0 && <EmptyState title={text.none}>{text.noneWhy}</EmptyState>}
    </div>
  );
}

function GoOn({ card }: { card: RoadmapCard }) {
  return (
    <ButtonLink variant="main" to={`/roadmaps/${card.slug}`} aria-label={text.goOnWith(card.title)}>
      {text.goOn}
    </ButtonLink>
  );
}

function SignUp({ card }: { card: RoadmapCard }) {
  const path = `/roadmaps/${card.slug}`;
  return (
    <>
      <ButtonLink
        variant="main"
        to={`/sign-up?next=${encodeURIComponent(path)}`}
        aria-label={text.signUpFor(card.title)}
      >
        {text.signUp}
      </ButtonLink>
      <ButtonLink to={path} aria-label={text.lookAt(card.title)}>
        {text.look}
      </ButtonLink>
    </>
  );
}

function Start({ card }: { card: RoadmapCard }) {
  const navigate = useNavigate();
  const put = usePutEnrolment(card.slug);
  const start = async () => {
    const started = await put.mutateAsync({}).catch((error: unknown) => {
      notify({
        text: `${text.notStarted}. ${sentenceFor(error)}`,
        tone: 'alarm',
        action: { label: everyPage.retry, run: () => void start() },
      });
      return null;
    });
    if (!started) return;
    notify({ text: text.started(card.title), tone: 'good' });
    await navigate(`/roadmaps/${card.slug}`, { state: { isNew: true } });
  };
  return (
    <>
      <Button variant="main" busy={put.isPending} aria-label={text.startOf(card.title)} onClick={() => void start()}>
        {text.start}
      </Button>
      <ButtonLink to={`/roadmaps/${card.slug}`} aria-label={text.lookAt(card.title)}>
        {text.look}
      </ButtonLink>
    </>
  );
}
