import type { MeetingRole } from '@waymark/contract';
import { Link } from 'react-router';
import { DayText } from '../../ui/dates';
import styles from './meetings.module.css';
import { useMeetings, useTickAction } from './meetings.queries';
import { meetingsText } from './meetings.text';

const text = meetingsText.todo;

/** What I agreed to do and have not done; nothing, where there is nothing. */
export function Todo({ as }: { as: MeetingRole }) {
  const query = useMeetings({ as, state: 'open' });
  const tick = useTickAction();
  const meetings = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const lines = meetings.flatMap((meeting) => meeting.todo.map((action) => ({ meeting, action })));
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="todo" className={styles.part}>
      <h2 id="todo">{text[as]}</h2>
      <ul className={styles.lines}>
        {lines.map(({ meeting, action }) => (
          <li key={action.id}>
            <label>
              <input
                type="checkbox"
                checked={false}
                disabled={tick.isPending}
                onChange={() => tick.mutate({ id: meeting.id, actionId: action.id, isDone: true })}
              />
              <span>
                {action.what}
                <small>
                  {text.with(
                    (as === 'learner' ? meeting.mentor : meeting.learner).name || meetingsText.sheet.formerMember,
                  )}{' '}
                  {action.day && (
                    <>
                      {meetingsText.actions.by} <DayText day={action.day} />
                    </>
                  )}
                </small>
              </span>
            </label>
            <Link to={`/meetings/${meeting.id}`} aria-label={`${text.toSheet}: ${action.what}`}>
              {text.toSheet}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
