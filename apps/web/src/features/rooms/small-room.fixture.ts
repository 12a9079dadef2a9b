import type { Room, Topic } from '@waymark/contract';

/** A topic as far as its room looks at it. */
export const smallTopic = {
  id: 'http',
  title: 'HTTP',
  effortHours: { min: 2, max: 4 },
  outcomes: [
    { id: 'one', text: 'Read a request' },
    { id: 'two', text: 'Write a response' },
  ],
  resources: [],
  // Its room asks for no more than this.
} as unknown as Topic;

/** Its room, in which nobody has done anything. */
export const emptyRoom: Room = {
  roadmap: 'small',
  topicId: 'http',
  outcomes: [],
  resources: [],
  links: [],
  note: { text: '', version: 0, updatedAt: null },
  leftOff: '',
  confidence: null,
  confidenceAt: null,
  shared: false,
  minutes: 0,
  reported: [],
  updatedAt: null,
};
