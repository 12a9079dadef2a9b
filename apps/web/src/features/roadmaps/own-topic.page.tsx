import { TopicRoom } from '../rooms/topic-room';
import { useReaders } from '../talk/talk.queries';
import { MyTopicTalk } from '../talk/topic-talk';
import type { RoomProps } from './map-context';

/** A topic as its learner has it open: the room that they keep with it, and the talk with their mentors. */
export function OwnTopic({ projects, ...props }: RoomProps) {
  const readers = useReaders(props.slug).data?.notes;
  const beside = (
    <>
      {projects}
      <MyTopicTalk slug={props.slug} topicId={props.topic.id} />
    </>
  );
  return <TopicRoom {...props} projects={beside} noteReaders={readers?.map(({ name }) => name)} />;
}
