import type { mailbox } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { olderThan, page, readCursor } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import type { Client, Handlers } from '../../http/route.js';
import { Mail, type MailRecord } from './mail.model.js';
import { mailKind, readLetter } from './queue-letter.js';

type Kept = MailRecord & Required<Pick<MailRecord, 'to' | 'sealed' | 'sentAt'>>;

/** What can still be read. */
const kept = {
  to: mongoose.trusted({ $ne: null }),
  sealed: mongoose.trusted({ $ne: null }),
  sentAt: mongoose.trusted({ $ne: null }),
};

export function mailboxHandlers(deps: Deps): Handlers<typeof mailbox> {
  const hosts = deps.env.publicOrigins.map((origin) => new URL(origin).host);
  /**
   * Letters hold links that open accounts, so they are for whoever sits at this machine. The `Host` is looked at because
   * a page from elsewhere can have its own name point at this machine (DNS rebinding): the browser then sends that name.
   */
  const refuseOthers = (client: Client) => {
    const isOurs = mailKind(deps.env) === 'mailbox' && client.isLocal && hosts.includes(client.host.toLowerCase());
    if (!isOurs) throw new Problem('not-found');
  };
  const headOf = ({ _id, to, sentAt }: Kept, subject: string) => ({
    id: String(_id),
    to,
    subject,
    sentAt: sentAt.toISOString(),
  });
  return {
    async listMailbox({ client, query }) {
      refuseOthers(client);
      const [time, id] = (readCursor(query.cursor, ['time', 'id']) ?? []) as [number?, string?];
      const found = await Mail.find({ ...kept, ...(time !== undefined && id && olderThan('createdAt', time, id)) })
        .sort({ createdAt: -1, _id: -1 })
        .limit(query.limit + 1)
        .lean<Kept[]>();
      const { items, nextCursor } = page(found, query.limit, (mail) => [mail.createdAt.getTime(), String(mail._id)]);
      // One that nobody can read any more is left out; it must not take the others with it.
      const readable = items.flatMap((mail) => {
        const letter = readLetter(deps.keys, mail);
        return letter ? [headOf(mail, letter.subject)] : [];
      });
      return { items: readable, nextCursor };
    },

    async readMailboxMail({ client, params }) {
      refuseOthers(client);
      const mail = await Mail.findOne({ ...kept, _id: params.id }).lean<Kept>();
      const letter = mail && readLetter(deps.keys, mail);
      if (!letter) throw new Problem('not-found');
      const { subject, text, html } = letter;
      return { ...headOf(mail, subject), from: deps.env.mailFrom ?? fromHere(deps.env.publicUrl), text, html };
    },
  };
}

/** Where nobody named a sender, since nothing is sent. */
function fromHere(publicUrl: string): string {
  return `Waymark <waymark@${new URL(publicUrl).hostname}>`;
}
