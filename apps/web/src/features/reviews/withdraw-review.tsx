import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { askingText } from './asking.text';
import { reviewsText } from './reviews.text';

const text = askingText.withdraw;

interface Props {
  isBusy: boolean;
  /** Why it could not be done. */
  failure: ReactNode;
  onWithdraw: (close: () => void) => void;
}

/** Its place in the queue is lost by this: asked about once more. */
export function WithdrawReview({ isBusy, failure, onWithdraw }: Props) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{reviewsText.acts.withdrawReview}</Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title={text.title}
        actions={
          <>
            <Button onClick={close}>{text.keep}</Button>
            <Button variant="danger" busy={isBusy} onClick={() => onWithdraw(close)}>
              {text.confirm}
            </Button>
          </>
        }
      >
        {failure}
        <p>{text.lead}</p>
      </Dialog>
    </>
  );
}
