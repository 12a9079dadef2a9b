import type { Topic, TopicState } from '@waymark/contract';
import type { ReactNode } from 'react';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import { ConfidenceField } from './confidence-field';
import { History } from './history';
import { LeftOff } from './left-off';
import { Links } from './links';
import { NoteField } from './note-field';
import { NoteSharing } from './note-sharing';
import { Outcomes } from './outcomes';
import { Resources } from './resources';
import styles from './room.module.css';
import { roomsText as text } from './rooms.text';
import { TimeSection } from './time-section';
import { useRoom } from './use-room';

interface Props {
  slug: string;
  topic: Topic;
  state: TopicState;
  goBack: (state: TopicState) => void;
  /** What stands between outcomes and resources, and before the history. */
  prerequisites: ReactNode;
  projects: ReactNode;
  /** Whom a note is shown to once it is shared, by name; missing while nobody knows. */
  noteReaders?: readonly string[] | undefined;
}

/** Everything that a learner keeps with one topic. */
export function TopicRoom({ slug, topic, state, goBack, prerequisites, projects, noteReaders }: Props) {
  const { room, note, change, error, retry } = useRoom(slug, topic.id);
  if (!room || !note) {
    return (
      <>
        {prerequisites}
        <section className={styles.part}>
          {error ? (
            <LoadFailed title={text.loadFailed} error={error} onRetry={retry} />
          ) : (
            <Skeleton lines={6} height={28} />
          )}
        </section>
        {projects}
      </>
    );
  }
  return (
    <>
      <Outcomes topic={topic} room={room} change={change} />
      {prerequisites}
      <Resources topic={topic} room={room} change={change} />
      <Links room={room} change={change} />
      <LeftOff room={room} change={change} />
      <NoteField slug={slug} topicId={topic.id} note={note}>
        <NoteSharing room={room} readers={noteReaders} change={change} />
      </NoteField>
      <TimeSection topic={topic} room={room} />
      {(state === 'done' || state === 'learning') && <ConfidenceField room={room} change={change} />}
      {projects}
      <History slug={slug} topicId={topic.id} state={state} goBack={goBack} />
    </>
  );
}
