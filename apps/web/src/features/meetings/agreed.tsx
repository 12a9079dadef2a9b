import type { Meeting, MeetingAction, Roadmap } from '@waymark/contract';
import { useRef } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { DayText } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { AgreeOnIt } from './agree-on-it';
import styles from './meetings.module.css';
import { useSheetActs } from './meetings.queries';
import { meetingsText } from './meetings.text';
import { addItem, removeItem, tickItem } from './sheet-acts';

const text = meetingsText.actions;

interface Props {
  meeting: Meeting;
  roadmap: Roadmap | undefined;
}

/** Who does what, and until when. */
export function Agreed({ meeting, roadmap }: Props) {
  const { items } = meeting.actions;
  const acts = useSheetActs(meeting.id);
  const heading = useRef<HTMLHeadingElement>(null);
  const isOver = meeting.closedAt !== null;
  const nameOf = ({ who }: Pick<MeetingAction, 'who'>) => meeting[who].name || meetingsText.sheet.formerMember;
  const about = ({ topicId, projectId }: MeetingAction) =>
    [
      roadmap?.topics.find(({ id }) => id === topicId)?.title,
      meeting.projects.find(({ id }) => id === projectId)?.title,
    ].filter((title) => title !== undefined);
  function remove({ id }: MeetingAction) {
    heading.current?.focus();
    acts.mutate(removeItem(id));
  }
  return (
    <section aria-labelledby="agreed" className={styles.part}>
      <h2 id="agreed" ref={heading} tabIndex={-1}>
        {text.title}
      </h2>
      {items.length === 0 && <p className={styles.quiet}>{text.none}</p>}
      <ul className={styles.lines}>
        {items.map((action) => (
          <li key={action.id}>
            <label>
              <input
                type="checkbox"
                checked={action.isDone}
                disabled={isOver}
                onChange={({ target }) => acts.mutate(tickItem(action.id, target.checked))}
              />
              <span>
                <strong>{nameOf(action)}</strong>: {action.what}
                <small>
                  {about(action).join(', ')}{' '}
                  {action.day && (
                    <>
                      {text.by} <DayText day={action.day} />
                    </>
                  )}
                </small>
              </span>
            </label>
            {!isOver && (
              <Button variant="quiet" aria-label={text.remove(action.what)} onClick={() => remove(action)}>
                ×
              </Button>
            )}
          </li>
        ))}
      </ul>
      {acts.isError && <Notice tone="alarm">{sentenceFor(acts.error)}</Notice>}
      {!isOver && (
        <AgreeOnIt meeting={meeting} roadmap={roadmap} onAgree={(action) => acts.mutateAsync(addItem(action))} />
      )}
    </section>
  );
}
