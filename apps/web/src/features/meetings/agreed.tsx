import type { Meeting, MeetingAction, Roadmap } from '@waymark/contract';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { DayText } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { AgreeOnIt } from './agree-on-it';
import styles from './meetings.module.css';
import { useEditMeeting } from './meetings.queries';
import { meetingsText } from './meetings.text';

const text = meetingsText.actions;

interface Props {
  meeting: Meeting;
  roadmap: Roadmap | undefined;
}

/** Who does what, and until when. */
export function Agreed({ meeting, roadmap }: Props) {
  const { items, version } = meeting.actions;
  const edit = useEditMeeting(meeting.id);
  const isOver = meeting.closedAt !== null;
  const nameOf = ({ who }: Pick<MeetingAction, 'who'>) => meeting[who].name || meetingsText.sheet.formerMember;
  const save = (actions: readonly (Omit<MeetingAction, 'id'> & { id?: string })[]) =>
    edit.mutateAsync({ part: 'actions', body: { base: version, actions: [...actions] } });
  const change = (actions: readonly MeetingAction[]) => void save(actions).catch(() => undefined);
  return (
    <section aria-labelledby="agreed" className={styles.part}>
      <h2 id="agreed">{text.title}</h2>
      {items.length === 0 && <p className={styles.quiet}>{text.none}</p>}
      <ul className={styles.lines}>
        {items.map((action, place) => (
          <li key={action.id}>
            <label>
              <input
                type="checkbox"
                checked={action.isDone}
                disabled={isOver || edit.isPending}
                onChange={() => change(items.with(place, { ...action, isDone: !action.isDone }))}
              />
              <span>
                <strong>{nameOf(action)}</strong>: {action.what}
                <small>
                  {roadmap?.topics.find(({ id }) => id === action.topicId)?.title}{' '}
                  {action.day && (
                    <>
                      {text.by} <DayText day={action.day} />
                    </>
                  )}
                </small>
              </span>
            </label>
            {!isOver && (
              <Button
                variant="quiet"
                aria-label={text.remove(action.what)}
                onClick={() => change(items.toSpliced(place, 1))}
              >
                ×
              </Button>
            )}
          </li>
        ))}
      </ul>
      {edit.isError && <Notice tone="alarm">{sentenceFor(edit.error)}</Notice>}
      {!isOver && <AgreeOnIt meeting={meeting} roadmap={roadmap} onAgree={(action) => save([...items, action])} />}
    </section>
  );
}
