import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { isProblem, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { useBeginMeeting, useMeetings } from './meetings.queries';
import { meetingsText } from './meetings.text';

const text = meetingsText.sheet;

/** The way from a learner's dashboard to the open sheet; where there is none, it can be begun. */
export function SheetPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const roadmap = search.get('roadmap') ?? 'backend';
  const query = useMeetings({ as: 'mentor', with: id, roadmap, state: 'open' });
  const begin = useBeginMeeting();
  const [open] = query.data?.pages[0]?.items ?? [];
  if (open) return <Navigate to={`/meetings/${open.id}`} replace />;
  const isGone = isProblem(query.error, 'not-found');
  const start = () =>
    begin.mutate(
      { as: 'mentor', with: id, roadmap },
      { onSuccess: (meeting) => void navigate(`/meetings/${meeting.id}`, { replace: true }) },
    );
  return (
    <div className={layout.wrap}>
      <PageHead title={isGone ? text.gone : text.open} />
      {query.isPending && <Skeleton lines={4} height={48} />}
      {isGone && <Notice tone="info">{text.goneText}</Notice>}
      {query.isError && !isGone && (
        <LoadFailed title={text.failed} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && (
        <div className={layout.stack}>
          <p>{text.beginText}</p>
          {begin.isError && <Notice tone="alarm">{sentenceFor(begin.error)}</Notice>}
          <div>
            <Button variant="main" busy={begin.isPending} onClick={start}>
              {text.begin}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
