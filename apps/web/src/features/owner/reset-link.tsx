import { useState } from 'react';
import { call } from '../../api/call';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import { CopyLink } from './copy-link';
import { memberText as text } from './members.text';
import type { MemberRow } from './members-filter';
import { useAct } from './use-act';

/** For where no mail can be sent: the link is shown this once, and is kept nowhere on the page. */
export function ResetLink({ member }: { member: MemberRow }) {
  const { busy, act, dialog } = useAct();
  const [made, setMade] = useState<{ url: string; expiresAt: string } | null>(null);
  const make = () =>
    act(async () => setMade(await call('makeResetLink', { params: { id: member.id } })), text.resetLinkMade);
  return (
    <li>
      <p>{text.resetLinkText}</p>
      <Button busy={busy} onClick={make}>
        {text.resetLink}
      </Button>
      <Dialog open={made !== null} onClose={() => setMade(null)} title={text.resetLinkTitle(member.name)}>
        <p>{text.resetLinkOnce}</p>
        {made && (
          <>
            <CopyLink label={text.resetLinkLabel} url={made.url} />
            <p>
              {text.ends} <Timestamp at={made.expiresAt} />.
            </p>
          </>
        )}
      </Dialog>
      {dialog}
    </li>
  );
}
