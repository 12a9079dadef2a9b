import type { HelpAbout } from '@waymark/contract';
import { useRef, useState } from 'react';
import { call } from '../../api/call';
import { useSession } from '../../api/session';
import { Button } from '../../ui/button';
import { HelpCard } from './help-card';
import { type HelpThing, useMyHelp, useTalkRefresh } from './talk.queries';
import { talkText } from './talk.text';
import { WordForm } from './word-form';

const text = talkText.help;

const aboutOf = (thing: HelpThing): HelpAbout =>
  'projectId' in thing
    ? { kind: 'project', projectId: thing.projectId }
    : { kind: 'topic', roadmap: thing.slug, topicId: thing.topicId };

/** The learner asks their mentors for help, sees that they wait, and closes it. */
export function MyHelp({ thing }: { thing: HelpThing }) {
  const myId = useSession().account?.id;
  const help = useMyHelp(thing);
  const refresh = useTalkRefresh();
  const [isAsking, setAsking] = useState(false);
  /** One key for one wish: sent twice, it is asked once. */
  const wish = useRef({ sentence: '', key: '' });
  const last = help.data ?? null;
  const isOpen = last !== null && last.closed === null;
  const place = 'projectId' in thing ? `help:${thing.projectId}` : `help:${thing.slug}/${thing.topicId}`;

  async function ask(sentence: string): Promise<void> {
    if (wish.current.sentence !== sentence) wish.current = { sentence, key: crypto.randomUUID() };
    await call('askForHelp', { body: { about: aboutOf(thing), sentence }, idempotencyKey: wish.current.key });
    await refresh();
  }

  return (
    <>
      {last && <HelpCard key={last.id} help={last} myId={myId} />}
      {!isOpen && !isAsking && help.data !== undefined && (
        <div>
          <Button onClick={() => setAsking(true)}>{text.ask}</Button>
        </div>
      )}
      {!isOpen && isAsking && (
        <WordForm
          place={place}
          label={text.field}
          hint={text.hint}
          send={text.send}
          cancel={text.cancel}
          empty={text.empty}
          onSend={ask}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
