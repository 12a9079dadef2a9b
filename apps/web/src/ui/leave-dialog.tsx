import { leaveText as text } from '../text/leave.text';
import { Button } from './button';
import { Dialog } from './dialog';

export function LeaveDialog({ isOpen, onStay, onLeave }: { isOpen: boolean; onStay: () => void; onLeave: () => void }) {
  const actions = (
    <>
      <Button variant="danger" onClick={onLeave}>
        {text.leave}
      </Button>
      <Button variant="main" onClick={onStay}>
        {text.stay}
      </Button>
    </>
  );
  return (
    <Dialog open={isOpen} onClose={onStay} title={text.title} actions={actions}>
      <p>{text.text}</p>
    </Dialog>
  );
}
