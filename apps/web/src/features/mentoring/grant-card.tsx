import type { Grant } from '@waymark/contract';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import { notify } from '../../ui/toast';
import { ConsentFields } from './consent-fields';
import styles from './grant-card.module.css';
import { useChangeGrant, useEndGrants } from './mentoring.queries';
import { sharingText } from './sharing.text';
import { Told } from './told';

const text = sharingText.grants;

interface Props {
  grant: Grant;
  roadmapTitle: string;
  /** False where leaving the whole cohort stands right beside it and means the same. */
  canEnd?: boolean;
}

/** One mentor: what they see, changed by a tick and ended by a click. */
export function GrantCard({ grant, roadmapTitle, canEnd = true }: Props) {
  const [isAsking, setAsking] = useState(false);
  const change = useChangeGrant(grant);
  const end = useEndGrants();
  const { name } = grant.mentor;
  const consent = change.isPending ? change.variables : grant.consent;

  function onEnd() {
    end.mutate([grant], {
      onSuccess: () => notify({ text: text.ended(name) }),
      onError: (error) => notify({ text: text.notChanged(sentenceFor(error)), tone: 'alarm' }),
    });
    setAsking(false);
  }

  return (
    <li className={styles.grant}>
      <div>
        <h3>{name}</h3>
        <p className={styles.quiet}>
          {text.onRoadmap(roadmapTitle)}
          {grant.cohort && `, ${text.through(grant.cohort.name)}`}
        </p>
        <p className={styles.quiet}>
          {text.since} <Timestamp at={grant.createdAt} />,{' '}
          {grant.lastViewedAt ? (
            <>
              {text.looked} <Timestamp at={grant.lastViewedAt} />
            </>
          ) : (
            text.neverLooked
          )}
          .
        </p>
      </div>
      <fieldset className={styles.consent}>
        <legend>{text.what(name)}</legend>
        <ConsentFields
          consent={consent}
          onChange={(next) =>
            change.mutate(next, {
              onSuccess: (changed) => notify({ text: text.changed(name, changed.consent), tone: 'good' }),
              onError: (error) => notify({ text: text.notChanged(sentenceFor(error)), tone: 'alarm' }),
            })
          }
        />
      </fieldset>
      <Told grant={grant} />
      {canEnd && (
        <Button variant="danger" busy={end.isPending} onClick={() => setAsking(true)}>
          {text.end(name)}
        </Button>
      )}
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={text.endTitle(name)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{text.endKeep}</Button>
            <Button variant="danger" onClick={onEnd}>
              {text.endConfirm}
            </Button>
          </>
        }
      >
        <p>{text.endText(name)}</p>
      </Dialog>
    </li>
  );
}
