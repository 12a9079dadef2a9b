import type { ComponentProps } from 'react';
import { Notice } from '../../ui/notice';
import { ConsentSheet } from './consent-sheet';
import { invitationsText } from './invitations.text';

const text = invitationsText.consent;

interface Props
  extends Pick<ComponentProps<typeof ConsentSheet>, 'roadmap' | 'mentorNames' | 'initial' | 'onConfirm' | 'busy'> {
  failed?: string | undefined;
  /** With something shared, and with nothing. */
  words?: readonly [some: string, nothing: string];
}

/** Consent by preview, where two find together. */
export function ConsentStep({ failed, words, ...sheet }: Props) {
  const [some, nothing] = words ?? [text.accept, text.acceptNothing];
  return (
    <ConsentSheet {...sheet} lead={text.lead} confirm={{ some, nothing }}>
      {failed && <Notice tone="alarm">{failed}</Notice>}
    </ConsentSheet>
  );
}
