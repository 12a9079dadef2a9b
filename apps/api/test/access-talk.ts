import type { talk, talkHelp, talkSuggestions } from '@waymark/contract';
import { type More, only, own, type Row, row } from './access-rows.js';
import type { World } from './access-world.js';

/** What its learner is answered, and the mentor who sees it; to all others it is not there. */
const ofBoth = (learner: number, mentor: number, more: More) =>
  row((viewer) => ({ stranger: 401, learner, mentor })[viewer as string] ?? 404, more);

const way = { params: { slug: 'backend' } };
const topic = ({ topicId }: World) => ({ slug: 'backend', topicId });
const learner = { param: 'id', of: (world: World) => world.learner.id };
const none = 'fedcba9876543210fedcba98';

type Names = keyof typeof talk | keyof typeof talkSuggestions | keyof typeof talkHelp;

/** What each viewer may do where learners and mentors talk. */
export const talkRows: Record<Names, Row> = {
  listTalk: only(['learner', 'mentor'], 200, { asking: () => way, theirs: learner }),
  listTopicComments: only(['learner', 'mentor'], 200, {
    asking: (world) => ({ params: topic(world) }),
    theirs: learner,
  }),
  sayOnTopic: only(['learner', 'mentor'], 201, {
    asking: (world) => ({ params: topic(world), body: { text: 'A word' } }),
    theirs: learner,
  }),
  // The mentor's own.
  deleteTopicComment: only(['mentor'], 204, {
    asking: (world) => ({ params: { ...topic(world), id: world.learner.id } }),
    theirs: { param: 'commentId', of: (world) => world.commentId },
    alone: true,
  }),
  // Nobody has taken anything back.
  restoreTopicComment: only([], 200, {
    asking: (world) => ({ params: { ...topic(world), id: world.learner.id } }),
    theirs: { param: 'commentId', of: (world) => world.commentId },
  }),
  seeTalk: only(['learner', 'mentor'], 204, { asking: (world) => ({ params: topic(world) }), theirs: learner }),
  readReaders: only(['learner', 'other'], 200, { asking: () => ({ query: { roadmap: 'backend' } }) }),
  listSharedNotes: only(['mentor'], 200, { theirs: learner }),
  suggest: only(['mentor'], 201, {
    asking: (world) => ({ params: topic(world), body: { kind: 'next' } }),
    theirs: learner,
    alone: true,
  }),
  listSuggestions: only(['learner', 'mentor'], 200, { asking: () => way, theirs: learner }),
  withdrawSuggestion: only([], 204, {
    asking: () => ({ params: { slug: 'backend', suggestionId: none } }),
    theirs: learner,
  }),
  listMySuggestions: own(200),
  answerSuggestion: only(['learner'], 200, {
    asking: () => ({ body: { answer: 'put-away' } }),
    theirs: { param: 'id', of: (world) => world.suggestionId },
    alone: true,
  }),
  // Whoever follows a way may ask, and there is somebody to ask where they share it.
  askForHelp: row((viewer) => ({ stranger: 401, learner: 201, other: 201 })[viewer as string] ?? 404, {
    asking: ({ topicId }) => ({
      body: { about: { kind: 'topic', roadmap: 'backend', topicId }, sentence: 'Where do I begin?' },
    }),
    alone: true,
  }),
  listMyHelp: own(200),
  // It is closed already.
  closeHelp: ofBoth(409, 409, {
    asking: () => ({ body: {} }),
    theirs: { param: 'id', of: (world) => world.closedHelpId },
  }),
  reopenHelp: only(['learner'], 200, { theirs: { param: 'id', of: (world) => world.closedHelpId }, alone: true }),
  listHelp: own(200),
  listLearnerHelp: only(['mentor'], 200, { theirs: { param: 'id', of: (world) => world.learner.id } }),
};
