import type { ReceivedInvitation as Received } from '@waymark/contract';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { WholeDay } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import { usualConsent } from './consent-fields';
import { ConsentSheet } from './consent-sheet';
import styles from './invitations.module.css';
import { useAcceptInvitation, useDeclineInvitation } from './invitations.queries';
import { invitationsText } from './invitations.text';

const text = invitationsText.received;

/** Somebody would like to mentor me: accepted with what I choose to share, or declined. */
export function ReceivedInvitation({ invitation, roadmapTitle }: { invitation: Received; roadmapTitle: string }) {
  const [isOpen, setOpen] = useState(false);
  const accept = useAcceptInvitation();
  const decline = useDeclineInvitation();
  const { id, from, cohort, roadmap, expiresAt } = invitation;
  const mentors = invitation.mentors.map(({ name }) => name);

  const onDecline = () =>
    decline.mutate(
      { id },
      {
        onSuccess: () => notify({ text: text.declined }),
        onError: (error) => notify({ text: invitationsText.notDone(sentenceFor(error)), tone: 'alarm' }),
      },
    );

  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <h3>{from.name}</h3>
        <p>{text.invitedTo(cohort?.name ?? null, roadmapTitle)}</p>
        <p className={styles.quiet}>
          {text.until} <WholeDay at={expiresAt} />
        </p>
      </div>
      <div className={styles.acts}>
        <Button variant="main" aria-label={text.lookOf(from.name)} onClick={() => setOpen(true)}>
          {text.look}
        </Button>
        <Button
          variant="quiet"
          busy={decline.isPending}
          aria-label={`${text.decline}: ${from.name}`}
          onClick={onDecline}
        >
          {text.decline}
        </Button>
      </div>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={`${from.name} ${text.invitedTo(cohort?.name ?? null, roadmapTitle)}`}
        wide
      >
        <ConsentSheet
          roadmap={roadmap}
          mentorNames={mentors}
          initial={usualConsent}
          busy={accept.isPending}
          lead={invitationsText.consent.lead}
          confirm={{ some: invitationsText.consent.accept, nothing: invitationsText.consent.acceptNothing }}
          onConfirm={(consent) =>
            accept.mutate(
              { id, consent, key: crypto.randomUUID() },
              { onSuccess: () => notify({ text: text.joined(mentors), tone: 'good' }) },
            )
          }
        >
          {accept.isError && <Notice tone="alarm">{sentenceFor(accept.error)}</Notice>}
        </ConsentSheet>
      </Dialog>
    </li>
  );
}
