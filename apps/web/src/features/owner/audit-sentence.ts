import { auditEventText, auditText } from './audit.text';
import type { AuditRow } from './audit-filter';

type Line = Pick<AuditRow, 'event' | 'actor' | 'target' | 'detail'>;
type Person = NonNullable<AuditRow['actor']>;

// No name holds a control character: the contract lets none in.
const actorMark = '\u0001';
const targetMark = '\u0002';

/** One line of the log as a sentence, in parts: words, and the people in it. Who is nobody any more is somebody. */
export function auditParts({ event, actor, target, detail }: Line): (string | Person)[] {
  const who = actor ? actorMark : auditText.somebody;
  const sentence = auditEventText[event].sentence(who, target ? targetMark : '', detail);
  const people: Record<string, Person | null> = { [actorMark]: actor, [targetMark]: target };
  return sentence
    .split(new RegExp(`([${actorMark}${targetMark}])`))
    .filter(Boolean)
    .map((part) => people[part] ?? part);
}

export function auditSentence(line: Line): string {
  return auditParts(line)
    .map((part) => (typeof part === 'string' ? part : part.name))
    .join('');
}
