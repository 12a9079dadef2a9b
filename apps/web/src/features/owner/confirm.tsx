import type { ReactNode } from 'react';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

interface ConfirmProps {
  title: string;
  children: ReactNode;
  label: string;
  busy: boolean;
  danger?: boolean | undefined;
  onClose: () => void;
  onConfirm: () => void;
}

/** Asks before what others will notice. */
export function Confirm({ title, children, label, busy, danger = false, onClose, onConfirm }: ConfirmProps) {
  const actions = (
    <>
      <Button variant="quiet" onClick={onClose}>
        {everyPage.cancel}
      </Button>
      <Button variant={danger ? 'danger' : 'main'} busy={busy} onClick={onConfirm}>
        {label}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={title} actions={actions}>
      <p>{children}</p>
    </Dialog>
  );
}
