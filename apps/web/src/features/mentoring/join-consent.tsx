import type { CodePreview, LetIn } from '@waymark/contract';
import { addDays } from '@waymark/contract/rules';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { ConsentFields, consentKeys, usualConsent } from './consent-fields';
import { ConsentPreview } from './consent-preview';
import { useAcceptCode } from './invitations.queries';
import { invitationsText } from './invitations.text';
import styles from './join.module.css';
import { useOwn, useRoadmaps } from './mentoring.queries';
import { sharingText } from './sharing.text';
import { useToday } from './use-today';

const text = sharingText.join;

interface Props {
  code: string;
  cohort: CodePreview;
  onAnother: () => void;
  onJoined: (letIn: LetIn) => void;
}

/** The second step: what the cohort is, what I would share, and what of mine that is right now. */
export function JoinConsent({ code, cohort, onAnother, onJoined }: Props) {
  const [consent, setConsent] = useState(usualConsent);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const join = useAcceptCode();
  const today = useToday();
  const { enrolment, activity, projects } = useOwn(cohort.roadmap, addDays(today, -13));
  const roadmap = useRoadmaps([cohort.roadmap]).get(cohort.roadmap);
  const mentors = cohort.mentors.map((mentor) => mentor.name);
  const isPending = enrolment.isPending || activity.isPending || projects.isPending;
  const own =
    enrolment.isSuccess && activity.isSuccess && projects.isSuccess
      ? {
          counts: enrolment.data?.summary ?? null,
          activeDays: activity.data.days.map(({ day }) => day),
          projects: projects.data.items,
        }
      : null;

  return (
    <>
      <section className={styles.cohort}>
        <h2>{cohort.name ?? invitationsText.join.mentorTitle(mentors[0] ?? '')}</h2>
        <p>
          {text.mentoredBy(mentors)}
          {roadmap && text.onRoadmap(roadmap.title)}
          {enrolment.isSuccess && !enrolment.data && text.enrols}
        </p>
        <Button variant="quiet" onClick={onAnother}>
          {text.another}
        </Button>
      </section>
      <form
        className={styles.consent}
        onSubmit={(event) => {
          event.preventDefault();
          if (!join.isPending) join.mutate({ code, consent, key }, { onSuccess: onJoined });
        }}
      >
        <fieldset className={styles.switches}>
          <legend>{text.whatYouShare}</legend>
          <p className={styles.quiet}>{text.whatYouShareLead(mentors)}</p>
          <ConsentFields
            consent={consent}
            onChange={(next) => {
              setConsent(next);
              setKey(crypto.randomUUID());
            }}
          />
        </fieldset>
        {isPending ? (
          <Skeleton lines={5} height={28} />
        ) : (
          <ConsentPreview own={own} consent={consent} mentors={mentors} />
        )}
        <div className={styles.act}>
          {join.isError && <Notice tone="alarm">{sentenceFor(join.error)}</Notice>}
          <Button variant="main" type="submit" busy={join.isPending}>
            {consentKeys.some((each) => consent[each]) ? text.join : text.joinNothing}
          </Button>
        </div>
      </form>
    </>
  );
}
