import { z } from 'zod';
import { endpoint, IdPath } from './endpoint.js';
import { rosterPartLines, rosterResults } from './rosters.rules.js';

/** One line of a roster, as the file has it: what is no address is told line by line, and refuses no other. */
const RosterLine = z.strictObject({ name: z.string().max(400), email: z.string().max(400) });

const Results = z.array(z.enum(rosterResults));

const Lines = z.strictObject({
  lines: z.array(RosterLine).min(1, 'Send at least one line').max(rosterPartLines, `At most ${rosterPartLines} lines`),
});
const part = {
  access: 'member',
  params: IdPath,
  body: Lines,
  /** Two hundred lines, each as long as may be. */
  bodyLimit: 200_000,
} as const;

export const rosters = {
  previewRoster: endpoint('previewRoster', {
    ...part,
    summary: 'What inviting these lines of a list into my cohort would do, line by line; nothing is sent',
    idempotent: false,
    /** `lettersLeft`: how many may still be sent now. */
    answer: z.strictObject({ results: Results, lettersLeft: z.int() }),
    problems: ['not-found', 'cohort-archived', 'no-mail'],
  }),
  inviteRoster: endpoint('inviteRoster', {
    ...part,
    summary: 'Invite these lines of a list into my cohort, all or none; the results are in their order',
    answer: z.strictObject({ results: Results }),
    problems: ['not-found', 'cohort-archived', 'no-mail', 'too-many-requests'],
  }),
};
