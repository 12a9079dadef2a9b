import type { Roadmap } from '@waymark/contract';
import { lazy, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useNavigate, useParams } from 'react-router';
import { isProblem, sentenceFor } from '../../api/problem';
import { useSession } from '../../api/session';
import { ButtonLink } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { notify } from '../../ui/toast';
import { useOffers } from '../progress/offers.queries';
import { OffersNotice } from '../progress/offers-notice';
import { PlanDialog } from '../progress/plan-dialog';
import { useEnrolment, useFollow, useRoadmap } from '../progress/progress.queries';
import { progressText } from '../progress/progress.text';
import { SetupDialog } from '../progress/setup-dialog';
import { useActs } from '../progress/use-acts';
import { useUnread } from '../talk/use-unread';
import { MapContext } from './map-context';
import { NumberDialog } from './number-dialog';
import type { NumberKind } from './number-list';
import { RoadmapHead } from './roadmap-head';
import { RoadmapMap } from './roadmap-map';
import { roadmapText } from './roadmaps.text';
import { SidePanel } from './side-panel';
import { useMapValue } from './use-map-value';

const text = roadmapText;
/** Loaded when a topic of one's own is first opened. */
const OwnTopic = lazy(async () => ({ default: (await import('./own-topic.page')).OwnTopic }));

/** `/roadmaps/:slug`, and the same with a topic or choice open beside the map. */
export function RoadmapPage() {
  const { slug = '' } = useParams();
  const roadmap = useRoadmap(slug);
  if (roadmap.data) return <LoadedRoadmap key={slug} roadmap={roadmap.data} />;
  const isGone = isProblem(roadmap.error, 'not-found');
  return (
    <div className={layout.wrap}>
      <PageHead key={isGone ? 'gone' : 'loading'} title={isGone ? text.notFound : text.loading} />
      {roadmap.isPending && <Skeleton lines={8} height={52} />}
      {isGone && (
        <Notice tone="info" action={<ButtonLink to="/roadmaps">{text.toRoadmaps}</ButtonLink>}>
          {text.notFoundText}
        </Notice>
      )}
      {roadmap.isError && !isGone && (
        <LoadFailed title={text.loadFailed} error={roadmap.error} onRetry={() => roadmap.refetch()} />
      )}
    </div>
  );
}

function LoadedRoadmap({ roadmap }: { roadmap: Roadmap }) {
  const { slug } = roadmap;
  const { status } = useSession();
  const { enrolment, isFollowed, isPending, error, retry } = useEnrolment(slug);
  const acts = useActs(slug);
  const follow = useFollow(slug);
  const navigate = useNavigate();
  const location = useLocation();
  /** Comes from having started it: what was a press on this page is asked for here. */
  const isNew = (location.state as { isNew?: boolean } | null)?.isNew === true;
  const [asks, setAsks] = useState<NumberKind | 'plan' | 'setup' | null>(isNew ? 'setup' : null);
  const offers = useOffers(slug, enrolment);
  const unread = useUnread(enrolment ? slug : null);
  const value = useMapValue(roadmap, enrolment, enrolment ? acts : null, offers, enrolment ? OwnTopic : null, unread);

  async function begin(): Promise<void> {
    try {
      await follow.mutateAsync();
      setAsks('setup');
    } catch (failure) {
      notify({ tone: 'alarm', text: `${progressText.follow.failed} ${sentenceFor(failure)}` });
    }
  }

  /** What was pressed to begin is gone: the focus goes to where the way begins. */
  function arrive(): void {
    // At once: behind a dialog that is still there nothing takes the focus.
    flushSync(() => setAsks(null));
    // A reload must not ask again; a navigation would take the focus with it.
    if (isNew) window.history.replaceState({ ...window.history.state, usr: null }, '');
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-here]')?.focus());
  }

  function close(): void {
    const { search, state } = location;
    // The map lies behind it in the history, unless its filter was changed meanwhile.
    if ((state as { fromMap?: string } | null)?.fromMap === search) navigate(-1);
    else navigate({ pathname: `/roadmaps/${slug}`, search }, { replace: true, preventScrollReset: true });
  }

  if (isPending) {
    return (
      <div className={layout.wrap}>
        <PageHead key={slug} title={roadmap.title} eyebrow={text.loading} />
        <Skeleton lines={8} height={52} />
      </div>
    );
  }
  const number = asks === 'plan' || asks === 'setup' ? null : asks;
  return (
    <MapContext value={value}>
      <div className={layout.wrap}>
        <RoadmapHead
          roadmap={roadmap}
          required={value.required}
          enrolment={enrolment}
          onNumber={setAsks}
          onPlan={() => setAsks('plan')}
        />
        {enrolment && (
          <OffersNotice roadmap={roadmap} enrolment={enrolment} offers={offers} acts={acts} onGone={arrive} />
        )}
        {error && !enrolment && <LoadFailed title={text.wayFailed} error={error} onRetry={retry} />}
      </div>
      <RoadmapMap
        onClose={close}
        side={
          error && !enrolment ? null : (
            <SidePanel
              who={status === 'stranger' ? 'stranger' : isFollowed ? 'following' : 'looking'}
              follow={{ label: progressText.follow.action, run: () => void begin(), isBusy: follow.isPending }}
            />
          )
        }
      />
      <NumberDialog kind={number} onClose={() => setAsks(null)} />
      {enrolment && asks === 'plan' && <PlanDialog enrolment={enrolment} onClose={() => setAsks(null)} />}
      {enrolment && asks === 'setup' && <SetupDialog roadmap={roadmap} enrolment={enrolment} onClose={arrive} />}
    </MapContext>
  );
}
