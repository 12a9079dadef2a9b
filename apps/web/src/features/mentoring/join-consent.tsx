import type { CodePreview, Consent, LetIn } from '@waymark/contract';
import { useRef } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { usualConsent } from './consent-fields';
import { ConsentSheet } from './consent-sheet';
import { useAcceptCode } from './invitations.queries';
import { invitationsText } from './invitations.text';
import styles from './join.module.css';
import { useRoadmaps } from './mentoring.queries';
import { sharingText } from './sharing.text';

const text = sharingText.join;

interface Props {
  code: string;
  cohort: CodePreview;
  onAnother: () => void;
  onJoined: (letIn: LetIn) => void;
}

/** The second step: what the cohort is, what I would share, and what of mine that is right now. */
export function JoinConsent({ code, cohort, onAnother, onJoined }: Props) {
  // What was said once is one operation, however often it is sent; said otherwise, it is another.
  const operation = useRef({ said: '', key: '' });
  const join = useAcceptCode();
  const roadmap = useRoadmaps([cohort.roadmap]).get(cohort.roadmap);
  const mentors = cohort.mentors.map((mentor) => mentor.name);

  function onConfirm(consent: Consent) {
    const said = JSON.stringify(consent);
    if (operation.current.said !== said) operation.current = { said, key: crypto.randomUUID() };
    join.mutate({ code, consent, key: operation.current.key }, { onSuccess: onJoined });
  }

  return (
    <>
      <section className={styles.cohort}>
        <h2>{cohort.name ?? invitationsText.join.mentorTitle(mentors[0] ?? '')}</h2>
        <p>
          {text.mentoredBy(mentors)}
          {roadmap && text.onRoadmap(roadmap.title)}
        </p>
        <Button variant="quiet" onClick={onAnother}>
          {text.another}
        </Button>
      </section>
      <ConsentSheet
        roadmap={cohort.roadmap}
        mentorNames={mentors}
        initial={usualConsent}
        onConfirm={onConfirm}
        busy={join.isPending}
        lead={text.whatYouShareLead(mentors)}
        confirm={{ some: text.join, nothing: text.joinNothing }}
      >
        {join.isError && <Notice tone="alarm">{sentenceFor(join.error)}</Notice>}
      </ConsentSheet>
    </>
  );
}
