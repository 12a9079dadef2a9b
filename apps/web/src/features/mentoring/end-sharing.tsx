import type { Grant } from '@waymark/contract';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { HandOverButton } from './hand-over';
import { useEndGrants } from './mentoring.queries';
import { sharingText } from './sharing.text';
import { sharingActsText } from './sharing-acts.text';

const text = sharingText.grants;

/** The end of what one mentor sees, asked once more, with the hand-over to take along. */
export function EndSharing({ grant, onEnded }: { grant: Grant; onEnded: (grant: Grant) => void }) {
  const [isAsking, setAsking] = useState(false);
  const end = useEndGrants();
  const { name } = grant.mentor;
  // A promise is kept even where the card has gone before the answer came: the page hears of the end by itself, too.
  const onEnd = () =>
    end.mutateAsync([grant]).then(
      () => {
        setAsking(false);
        onEnded(grant);
      },
      () => undefined,
    );
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {text.end(name)}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={text.endTitle(name)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{text.endKeep}</Button>
            <Button variant="danger" busy={end.isPending} onClick={onEnd}>
              {text.endConfirm}
            </Button>
          </>
        }
      >
        <div className={layout.stack}>
          <p>
            {text.endText(name)} {sharingActsText.end.quiet(name)}
          </p>
          <p>{sharingActsText.handOver.offer}</p>
          <div className={layout.row}>
            <HandOverButton grant={grant} />
          </div>
          {end.isError && <Notice tone="alarm">{text.notChanged(sentenceFor(end.error))}</Notice>}
        </div>
      </Dialog>
    </>
  );
}
