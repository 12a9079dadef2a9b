import type { LiveEvent } from '@waymark/contract';

export interface Said {
  id: string | undefined;
  event: LiveEvent;
}

/** Server-sent events, from their text in whatever pieces it comes: as many of them as are whole. */
export function createEventReader(): (piece: string) => Said[] {
  let text = '';
  return (piece) => {
    const blocks = `${text}${piece}`.split('\n\n');
    text = blocks.pop() ?? '';
    return blocks.flatMap((block) => {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
      const data = field('data');
      return data === undefined ? [] : [{ id: field('id'), event: JSON.parse(data) as LiveEvent }];
    });
  };
}

/** What is read again when this has changed; `null`: everything. */
export function keysOf({ kind, roadmap, topicId, id }: LiveEvent): readonly (readonly string[])[] | null {
  const whole: Record<LiveEvent['kind'], readonly (readonly string[])[] | null> = {
    enrolment: [...(roadmap ? [['enrolment', roadmap]] : [['enrolment']]), ['enrolments'], ['activity']],
    room: [
      ...(roadmap && topicId ? [['room', roadmap, topicId]] : [['room']]),
      ...(roadmap ? [['rooms', roadmap]] : [['rooms']]),
      ['notes'],
    ],
    time: [['time'], ...(roadmap && topicId ? [['room', roadmap, topicId]] : [])],
    project: [['projects'], ['project'], ['activity'], ['grants']],
    account: [['me']],
    review: [['reviews'], ['my-reviews'], ['review'], ['projects'], ['grants'], ['learners'], ['learner']],
    reviewer: [['reviewer'], ['reviews']],
    // Who reviews, talks and meets with whom follows from it; a mentor hears nothing else once it is closed.
    grant: [
      ...[['grants'], ['cohorts'], ['learners'], ['learner'], ['reviews'], ['review']],
      ...[['talk'], ['help'], ['shared-notes'], ['readers'], ['meetings'], ['meeting']],
    ],
    cohort: [['cohorts']],
    talk: [
      ...(roadmap && id ? [['talk', id, roadmap]] : [['talk']]),
      ...(roadmap ? [['my-talk', roadmap]] : [['my-talk']]),
      ['my-suggestions'],
    ],
    help: [['help'], ['my-help'], ['learners'], ['learner']],
    // Who came to a cohort is told of, and asked about.
    notification: [['notifications'], ['cohorts', 'asks']],
    look: [['looks'], ['grants', 'list']],
    'mentor-invitation': [['mentor-invitations']],
    meeting: [['meetings'], ['meeting']],
    resync: null,
  };
  return whole[kind];
}
