import { useNavigate, useParams } from 'react-router';
import { isProblem } from '../../api/problem';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { useMeeting } from './meetings.queries';
import { meetingsText } from './meetings.text';
import { Sheet } from './sheet';

const text = meetingsText.sheet;

/** One sheet, open or closed, for either of the two. */
export function MeetingPage() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const query = useMeeting(id);
  const isGone = isProblem(query.error, 'not-found');
  return (
    <div className={layout.wrap}>
      {isGone && (
        <>
          <PageHead key="gone" title={text.gone} />
          <Notice tone="info">{text.goneText}</Notice>
        </>
      )}
      {!isGone && query.data && (
        <Sheet meeting={query.data} onClosed={(next) => void navigate(`/meetings/${next.id}`)} />
      )}
      {!isGone && !query.data && (
        <>
          <PageHead key="loading" title={text.loading} />
          {query.isPending && <Skeleton lines={6} height={48} />}
          {query.isError && <LoadFailed title={text.failed} error={query.error} onRetry={() => void query.refetch()} />}
        </>
      )}
    </div>
  );
}
