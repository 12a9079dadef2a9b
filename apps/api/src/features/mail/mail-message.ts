import { domainToASCII } from 'node:url';
import type { SendMailOptions } from 'nodemailer';
import type { Env } from '../../env.js';
import type { Letter } from './letters.js';
import type { MailRecord } from './mail.model.js';
import { greetingName } from './smtp-transport.js';

/**
 * The message as it leaves. Everything in it follows from what is stored, so that a second try is the same message.
 * Nothing in it tells us who reads it: no picture, no counted link.
 */
export function messageOf(
  env: Pick<Env, 'publicUrl' | 'mailFrom'>,
  mail: Pick<MailRecord, '_id' | 'createdAt'>,
  to: string,
  letter: Omit<Letter, 'kind'>,
): SendMailOptions {
  const at = to.lastIndexOf('@');
  const address = `${to.slice(0, at)}@${domainToASCII(to.slice(at + 1))}`;
  return {
    from: env.mailFrom,
    // As a name and an address, never as one text: a name that looks like an address stays a name.
    to: { name: letter.toName ?? '', address },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    textEncoding: 'quoted-printable',
    messageId: `<${mail._id}@${greetingName(env.publicUrl)}>`,
    date: mail.createdAt,
    headers: {
      // Nobody's holiday note answers it. Source: RFC 3834; the second is what Exchange looks at.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      // One click in the mail program ends such letters. Source: RFC 8058.
      ...(letter.unsubscribeUrl && {
        'List-Unsubscribe': `<${letter.unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}
