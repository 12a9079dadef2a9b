/** What nodemailer says of a letter that it could not send, as far as we look at it. */
interface SmtpError {
  code?: unknown;
  responseCode?: unknown;
  command?: unknown;
  message?: unknown;
}

export interface MailFailure {
  /** For `lastFailure` and the log: a code and a few words of ours. A server's own text can hold the address. */
  text: string;
  /** Trying again would get the same answer: the address or the letter was refused for good. */
  isForGood: boolean;
  /** Not this letter's fault: the next one would fare no better. */
  isServers: boolean;
}

const minute = 60_000;
const longestMs = 60 * minute;

/** A link in a letter of two days is long dead. */
export const giveUpAfterMs = 48 * 60 * minute;

/** One minute, doubling to an hour; an eighth more or less, so that letters which failed together part. */
export function retryDelayMs(tries: number, random = Math.random()): number {
  const whole = Math.min(longestMs, minute * 2 ** Math.min(tries - 1, 10));
  return Math.round(whole * (0.875 + random / 4));
}

const words: Readonly<Record<string, string>> = {
  ECONNECTION: 'the mail server closed the connection',
  ECONNREFUSED: 'the mail server cannot be reached',
  ESOCKET: 'the mail server cannot be reached',
  EDNS: 'the mail server’s name is not known',
  ETIMEDOUT: 'the mail server takes too long',
  EABORT: 'the mail server takes too long',
  ECERTIFICATE: 'the mail server’s certificate is not trusted',
  ETLS: 'no safe connection to the mail server',
  EAUTH: 'the mail server refuses our name or password',
  ENOAUTH: 'the mail server wants a name and password',
};

/** What Node says of a certificate that it does not take; here no server's text is mixed in. */
function isAboutCertificate({ code, responseCode, message }: SmtpError): boolean {
  const isLocal = responseCode === undefined && (code === 'ESOCKET' || code === 'ETLS');
  return isLocal && /certificate|altnames/i.test(String(message));
}

/** Sorts a failure. A refusal counts for good where it is about the recipient or the letter, not about us. */
export function failureOf(error: unknown): MailFailure {
  const known = (error ?? {}) as SmtpError;
  const { code, responseCode, command } = known;
  const given = typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? code : 'EUNKNOWN';
  const name = isAboutCertificate(known) ? 'ECERTIFICATE' : given;
  const reply =
    typeof responseCode === 'number' && responseCode >= 400 && responseCode < 600 ? responseCode : undefined;
  // 503 says that the talk went wrong, not the letter.
  const isPermanent = reply !== undefined && reply >= 500 && reply !== 503;
  const isRecipients = name === 'EENVELOPE' && (command === 'RCPT TO' || (command === 'API' && reply === undefined));
  const isLetters = command === 'DATA' && (name === 'EMESSAGE' || name === 'EENVELOPE');
  const said = isRecipients
    ? 'the recipient is refused'
    : isLetters
      ? 'the letter is refused'
      : name === 'EENVELOPE'
        ? 'our sender address is refused'
        : (words[name] ?? 'it could not be sent');
  return {
    text: `${reply ?? name}: ${said}`,
    isForGood: (isRecipients && (isPermanent || reply === undefined)) || (isLetters && isPermanent),
    isServers: !isRecipients && !isLetters,
  };
}
