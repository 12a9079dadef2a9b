import type { Meeting } from '@waymark/contract';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { Timestamp } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { notify } from '../../ui/toast';
import { Agenda } from './agenda';
import { Agreed } from './agreed';
import styles from './meetings.module.css';
import { useCloseMeeting, useSheetRoadmap } from './meetings.queries';
import { meetingsText } from './meetings.text';
import { PastMeetings } from './past-meetings';
import { SharedNotes } from './shared-notes';

const text = meetingsText.sheet;

interface Props {
  meeting: Meeting;
  /** The next sheet, once this one is closed. */
  onClosed: (next: Meeting) => void;
}

/** The sheet of one meeting: the same for both, on the screen and on paper. */
export function Sheet({ meeting, onClosed }: Props) {
  const roadmap = useSheetRoadmap(meeting.roadmap);
  const close = useCloseMeeting(meeting.id);
  const other = meeting.role === 'mentor' ? meeting.learner : meeting.mentor;
  const name = other.name || text.formerMember;
  const done = (next: Meeting) => {
    notify({ text: text.closed });
    onClosed(next);
  };
  return (
    <div className={styles.page}>
      <PageHead key={meeting.id} title={text.title(name)} eyebrow={roadmap?.title}>
        <span className={styles.screen}>
          <Button onClick={() => window.print()}>{text.print}</Button>
        </span>
      </PageHead>
      <p className={styles.quiet}>
        {meeting.closedAt ? (
          <Timestamp at={meeting.closedAt} />
        ) : meeting.since ? (
          <>
            {text.since}: <Timestamp at={meeting.since} />.
          </>
        ) : (
          text.none
        )}{' '}
        {meeting.isShared || meeting.role === 'mentor' ? text.both : text.notShared}
      </p>
      <Agenda meeting={meeting} roadmap={roadmap} />
      <SharedNotes meeting={meeting} />
      <Agreed meeting={meeting} roadmap={roadmap} />
      <div className={classes(styles.screen, styles.foot)}>
        {close.isError && <Notice tone="alarm">{sentenceFor(close.error)}</Notice>}
        {!meeting.closedAt && (
          <Button variant="main" busy={close.isPending} onClick={() => close.mutate(undefined, { onSuccess: done })}>
            {text.close}
          </Button>
        )}
        <PastMeetings meeting={meeting} />
      </div>
    </div>
  );
}
