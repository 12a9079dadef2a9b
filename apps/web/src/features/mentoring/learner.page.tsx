import { useParams, useSearchParams } from 'react-router';
import { ButtonLink } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { meetingsText } from '../meetings/meetings.text';
import { SinceLastLook } from '../meetings/since-last-look';
import { LearnerDashboardView } from './learner-dashboard-view';
import { isGone, useLearner, useRoadmaps } from './mentoring.queries';
import { mentoringText } from './mentoring.text';
import { useTopicAddress } from './topic-address';
import { LearnerWords, WayAndTalk } from './way-and-talk.page';

const text = mentoringText.learner;

export function LearnerPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const slug = search.get('roadmap') ?? 'backend';
  const query = useLearner(id, slug);
  const roadmap = useRoadmaps([slug]).get(slug);
  const address = useTopicAddress(slug, roadmap?.aliases);
  // An answer kept from before the grant ended is not shown either.
  const dashboard = isGone(query.error) ? undefined : query.data;
  if (isGone(query.error)) {
    return (
      <div className={layout.wrap}>
        <PageHead key="gone" title={text.notShared} />
        <Notice tone="info" action={<ButtonLink to="/mentoring">{text.toMentoring}</ButtonLink>}>
          {text.notSharedText}
        </Notice>
      </div>
    );
  }
  if (!dashboard) {
    return (
      <div className={layout.wrap}>
        <PageHead key="loading" title={text.loading} />
        {query.isPending && <Skeleton lines={6} height={56} />}
        {query.isError && <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => query.refetch()} />}
      </div>
    );
  }

  const { learner, cohort, enrolment } = dashboard;
  const eyebrow = [cohort?.name, roadmap?.title].filter(Boolean).join(', ');
  return (
    <div className={layout.wrap}>
      <PageHead key="learner" title={learner.name} eyebrow={eyebrow} />
      <LearnerDashboardView
        dashboard={dashboard}
        roadmap={roadmap}
        toTopic={address.toTopic}
        way={enrolment && roadmap && <WayAndTalk {...{ dashboard, enrolment, roadmap, address }} />}
        beside={<LearnerWords learner={learner} slug={slug} consent={dashboard.consent} />}
      >
        <SinceLastLook since={dashboard.since} learnerId={id} slug={slug} roadmap={roadmap} />
        {enrolment && (
          <div>
            <ButtonLink to={`/mentoring/learners/${id}/sheet?roadmap=${slug}`}>{meetingsText.sheet.prepare}</ButtonLink>
          </div>
        )}
      </LearnerDashboardView>
    </div>
  );
}
