import { Link, useNavigate } from 'react-router';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import styles from './meetings.module.css';
import { useBeginMeeting, useMeetings, useMyMentors } from './meetings.queries';
import { meetingsText } from './meetings.text';
import { Todo } from './todo';

const text = meetingsText.page;

/** A learner's sheets: one for each mentor who sees their progress, and what they agreed to do. */
export function MeetingsPage() {
  const query = useMeetings({ as: 'learner', state: 'open' });
  const grants = useMyMentors().data?.items ?? [];
  const begin = useBeginMeeting();
  const navigate = useNavigate();
  const open = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const has = (mentorId: string, roadmap: string) =>
    open.some((card) => card.mentor.id === mentorId && card.roadmap === roadmap);
  const seers = grants.filter(({ consent, pausedAt }) => consent.progress && pausedAt === null);
  const without = [...new Map(seers.map((grant) => [`${grant.mentor.id} ${grant.roadmap}`, grant])).values()].filter(
    ({ mentor, roadmap }) => !has(mentor.id, roadmap),
  );
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} />
      <div className={layout.stack}>
        {query.isPending && <Skeleton lines={3} height={48} />}
        {query.isError && <LoadFailed title={text.failed} error={query.error} onRetry={() => void query.refetch()} />}
        {query.isSuccess && open.length + without.length === 0 && <p>{text.none}</p>}
        <Todo as="learner" />
        {open.length > 0 && (
          <section aria-labelledby="open" className={styles.part}>
            <h2 id="open">{text.openOnes}</h2>
            <ul className={styles.lines}>
              {open.map(({ id, mentor, roadmap }) => (
                <li key={id}>
                  <Link to={`/meetings/${id}`}>{text.with(mentor.name || meetingsText.sheet.formerMember)}</Link>
                  <small>{roadmap}</small>
                </li>
              ))}
            </ul>
          </section>
        )}
        {begin.isError && <Notice tone="alarm">{sentenceFor(begin.error)}</Notice>}
        {query.isSuccess &&
          without.map(({ id, mentor, roadmap }) => (
            <div key={id}>
              <Button
                busy={begin.isPending}
                onClick={() =>
                  begin.mutate(
                    { as: 'learner', with: mentor.id, roadmap },
                    { onSuccess: (meeting) => void navigate(`/meetings/${meeting.id}`) },
                  )
                }
              >
                {text.beginWith(mentor.name)}
              </Button>
            </div>
          ))}
      </div>
    </div>
  );
}
