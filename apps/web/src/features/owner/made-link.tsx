import { Dialog } from '../../ui/dialog';
import { CopyLink } from './copy-link';
import { invitationsText as text } from './invitations.text';

export function MadeLink({ url, onClose }: { url: string | null; onClose: () => void }) {
  return (
    <Dialog open={url !== null} onClose={onClose} title={text.madeTitle}>
      <p>{text.madeText}</p>
      {url && <CopyLink label={text.link} url={url} />}
    </Dialog>
  );
}
