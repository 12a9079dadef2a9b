import { z } from 'zod';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';

const Head = { id: Id, to: z.string(), subject: z.string(), sentAt: Instant };

/** Where no mail server is named and people open Waymark on this very machine, letters end here. Else all are 404. */
export const mailbox = {
  listMailbox: endpoint('listMailbox', {
    summary: 'The letters that were written on this machine, newest first',
    access: 'anyone',
    query: PageQuery,
    answer: pageOf(z.strictObject(Head)),
    problems: ['not-found'],
  }),
  readMailboxMail: endpoint('readMailboxMail', {
    summary: 'One letter, as text and as HTML',
    access: 'anyone',
    params: IdPath,
    answer: z.strictObject({ ...Head, from: z.string(), text: z.string(), html: z.string() }),
    problems: ['not-found'],
  }),
};
