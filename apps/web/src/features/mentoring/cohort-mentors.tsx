import type { Cohort, Person } from '@waymark/contract';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { sentenceFor } from '../../api/problem';
import { useSession } from '../../api/session';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { notify } from '../../ui/toast';
import { AskMentor } from './ask-mentor';
import styles from './cohort.module.css';
import { useRemoveMentor } from './cohorts.queries';
import { cohortsText } from './cohorts.text';

const text = cohortsText.mentors;

/** Who mentors a cohort, each with the same rights: take one out, leave, ask another. */
export function CohortMentors({ cohort }: { cohort: Cohort }) {
  const { account } = useSession();
  const [asked, setAsked] = useState<Person | null>(null);
  const remove = useRemoveMentor(cohort.id);
  const navigate = useNavigate();
  const isMe = asked?.id === account?.id;

  function onRemove() {
    if (!asked) return;
    setAsked(null);
    remove.mutate(asked.id, {
      onSuccess: () => {
        notify({ text: isMe ? text.left(cohort.name) : text.removed(asked.name) });
        if (isMe) navigate('/mentoring');
      },
      onError: (error) => notify({ text: sentenceFor(error), tone: 'alarm' }),
    });
  }

  return (
    <section className={styles.section} aria-labelledby="cohort-mentors">
      <h2 id="cohort-mentors">{text.title}</h2>
      <p className={styles.quiet}>{text.lead}</p>
      <ul className={styles.people}>
        {cohort.mentors.map((mentor) => {
          const isOneself = mentor.id === account?.id;
          return (
            <li key={mentor.id}>
              <span>
                {mentor.name} <small>{isOneself ? text.you : `@${mentor.handle}`}</small>
              </span>
              {cohort.mentors.length > 1 && (
                <Button
                  variant="quiet"
                  aria-label={isOneself ? undefined : text.removeOf(mentor.name)}
                  onClick={() => setAsked(mentor)}
                >
                  {isOneself ? text.leave : text.remove}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {!cohort.archivedAt && <AskMentor cohort={cohort} />}
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={isMe ? text.leaveTitle(cohort.name) : text.removeTitle(asked?.name ?? '')}
        actions={
          <>
            <Button onClick={() => setAsked(null)}>{text.keep}</Button>
            <Button variant="danger" onClick={onRemove}>
              {isMe ? text.leave : text.removeOf(asked?.name ?? '')}
            </Button>
          </>
        }
      >
        <p>{isMe ? text.leaveText : text.removeText(asked?.name ?? '')}</p>
      </Dialog>
    </section>
  );
}
