import type { Consent } from '@waymark/contract';
import { addDays } from '@waymark/contract/rules';
import { useId, useState } from 'react';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { ConsentFields, consentKeys } from './consent-fields';
import { ConsentPreview } from './consent-preview';
import styles from './invitations.module.css';
import { invitationsText } from './invitations.text';
import { useOwn } from './mentoring.queries';
import { useToday } from './use-today';

const text = invitationsText.consent;

interface Props {
  roadmap: string;
  mentorNames: readonly string[];
  initial: Consent;
  onConfirm: (consent: Consent) => void;
  busy: boolean;
  failed?: string | undefined;
  /** With something shared, and with nothing. */
  words?: readonly [some: string, none: string];
}

/** What I would share, and what of mine that is right now: seen before it is agreed to. */
export function ConsentStep({ roadmap, mentorNames, initial, onConfirm, busy, failed, words }: Props) {
  const id = useId();
  const [consent, setConsent] = useState(initial);
  const { enrolment, activity, projects } = useOwn(roadmap, addDays(useToday(), -13));
  const isPending = enrolment.isPending || activity.isPending || projects.isPending;
  const own =
    enrolment.isSuccess && activity.isSuccess && projects.isSuccess
      ? {
          counts: enrolment.data?.summary ?? null,
          activeDays: activity.data.days.map(({ day }) => day),
          projects: projects.data.items,
        }
      : null;
  const [some, none] = words ?? [text.accept, text.acceptNothing];
  return (
    <div className={styles.step}>
      <section className={styles.switches} aria-labelledby={id}>
        <h2 id={id}>{text.title}</h2>
        <p className={styles.quiet}>{text.lead}</p>
        <ConsentFields consent={consent} onChange={setConsent} />
      </section>
      {isPending ? (
        <Skeleton lines={5} height={28} />
      ) : (
        <ConsentPreview own={own} consent={consent} mentors={mentorNames} />
      )}
      <div className={styles.whole}>
        {failed && <Notice tone="alarm">{failed}</Notice>}
        <Button variant="main" busy={busy} onClick={() => onConfirm(consent)}>
          {consentKeys.some((each) => consent[each]) ? some : none}
        </Button>
      </div>
    </div>
  );
}
