import type { Consent } from '@waymark/contract';
import { consentKeys } from '@waymark/contract/rules';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button';
import { ConsentFields } from './consent-fields';
import { ConsentPreview } from './consent-preview';
import styles from './consent-sheet.module.css';
import { usePreviewGrant } from './sharing.queries';
import { sharingActsText } from './sharing-acts.text';

const text = sharingActsText.change;

interface Props {
  roadmap: string;
  /** Who would see it. */
  mentorNames: readonly string[];
  initial: Consent;
  onConfirm: (consent: Consent) => void;
  busy: boolean;
  /** The grant that is changed; left out where there is none yet. */
  grantId?: string | undefined;
  /** What the switches are about. */
  lead?: ReactNode;
  /** What the button says: where something is shared, and where nothing is. */
  confirm?: { some: string; nothing: string } | undefined;
  /** Stands right above the button, such as why it did not work. */
  children?: ReactNode;
}

/** Consent by preview: what I share by four switches, under them what that lets somebody see, and the act. */
export function ConsentSheet(props: Props) {
  const { roadmap, mentorNames, initial, onConfirm, busy, grantId, lead, confirm, children } = props;
  const [consent, setConsent] = useState(initial);
  const query = usePreviewGrant({ roadmap, consent, grantId });
  // Nobody agrees to what they have not seen.
  const isShown = query.isSuccess && !query.isPlaceholderData;
  const words = confirm ?? { some: text.confirm, nothing: text.confirmNothing };
  return (
    <form
      className={styles.sheet}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && isShown) onConfirm(consent);
      }}
    >
      <fieldset className={styles.switches}>
        <legend>{text.legend}</legend>
        {lead && <p className={styles.quiet}>{lead}</p>}
        <div className={styles.fields}>
          <ConsentFields consent={consent} onChange={setConsent} />
        </div>
      </fieldset>
      <ConsentPreview {...{ roadmap, consent, grantId, mentorNames, query }} />
      <div className={styles.act}>
        {children}
        <Button variant="main" type="submit" busy={busy || !isShown}>
          {consentKeys.some((key) => consent[key]) ? words.some : words.nothing}
        </Button>
      </div>
    </form>
  );
}
