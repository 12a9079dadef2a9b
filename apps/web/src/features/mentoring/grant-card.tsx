import type { Consent, Grant } from '@waymark/contract';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import { ConsentSheet } from './consent-sheet';
import { EndSharing } from './end-sharing';
import styles from './grant-card.module.css';
import { useChangeGrant } from './mentoring.queries';
import { PauseSharing } from './pause-sharing';
import { joinedNames, sharingText } from './sharing.text';
import { sharingActsText } from './sharing-acts.text';
import { Told } from './told';

const text = sharingText.grants;
const acts = sharingActsText;

interface Props {
  grant: Grant;
  roadmapTitle: string;
  /** Left out where leaving the whole cohort stands right beside it and means the same. */
  onEnded?: ((grant: Grant) => void) | undefined;
}

function ChangeDialog({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const change = useChangeGrant(grant);
  const { name } = grant.mentor;
  const onConfirm = (consent: Consent) =>
    change.mutate(consent, {
      onSuccess: (changed) => {
        notify({ text: text.changed(name, changed.consent), tone: 'good' });
        onClose();
      },
    });
  return (
    <Dialog open wide onClose={onClose} title={acts.change.title(name)}>
      <ConsentSheet
        roadmap={grant.roadmap}
        mentorNames={[name]}
        initial={grant.consent}
        grantId={grant.id}
        onConfirm={onConfirm}
        busy={change.isPending}
        lead={acts.change.quiet(name)}
      >
        {change.isError && <Notice tone="alarm">{text.notChanged(sentenceFor(change.error))}</Notice>}
      </ConsentSheet>
    </Dialog>
  );
}

/** One mentor: what they see and are told, and what can be done about it. */
export function GrantCard({ grant, roadmapTitle, onEnded }: Props) {
  const [isChanging, setChanging] = useState(false);
  const { mentor, cohort, pausedAt, lastViewedAt, consent } = grant;
  const { name } = mentor;
  return (
    <li className={styles.grant}>
      <div>
        <h3>{name}</h3>
        <p className={styles.quiet}>
          {text.onRoadmap(roadmapTitle)}
          {cohort && `, ${text.through(cohort.name)}`}
        </p>
        <p className={styles.quiet}>
          {text.since} <Timestamp at={grant.createdAt} />,{' '}
          {lastViewedAt ? (
            <>
              {text.looked} <Timestamp at={lastViewedAt} />
            </>
          ) : (
            text.neverLooked
          )}
          .
        </p>
      </div>
      {pausedAt ? (
        <p>
          <strong>
            {acts.pause.since} <Timestamp at={pausedAt} />.
          </strong>{' '}
          {acts.pause.what(name)}
        </p>
      ) : (
        <>
          <p>{acts.sees(joinedNames(consent), name)}</p>
          <Told grant={grant} />
        </>
      )}
      <div className={layout.row}>
        <Button aria-label={acts.change.actOf(name)} onClick={() => setChanging(true)}>
          {acts.change.act}
        </Button>
        <PauseSharing grant={grant} />
        {onEnded && <EndSharing grant={grant} onEnded={onEnded} />}
      </div>
      {isChanging && <ChangeDialog grant={grant} onClose={() => setChanging(false)} />}
    </li>
  );
}
