import type { talkHelp } from '@waymark/contract';
import { type More, only, own, type Row, row } from './access-rows.js';

/** What its learner is answered, and the mentor who sees it; to all others it is not there. */
const ofBoth = (learner: number, mentor: number, more: More) =>
  row((viewer) => ({ stranger: 401, learner, mentor })[viewer as string] ?? 404, more);

type Names = keyof typeof talkHelp;

/** What each viewer may do where learners and mentors talk. */
export const talkRows: Record<Names, Row> = {
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
