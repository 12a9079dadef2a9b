import type { Grant } from '@waymark/contract';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { notify } from '../../ui/toast';
import { usePauseGrant } from './sharing.queries';
import { sharingText } from './sharing.text';
import { sharingActsText } from './sharing-acts.text';

const text = sharingActsText.pause;

/** Closes for a while what a mentor sees, or opens it again: one click, since either is taken back by the other. */
export function PauseSharing({ grant }: { grant: Grant }) {
  const pause = usePauseGrant(grant);
  const { name } = grant.mentor;
  const isPaused = grant.pausedAt !== null;
  const act = () =>
    pause.mutate(undefined, {
      onSuccess: () => notify({ text: isPaused ? text.resumed(name) : text.paused(name), tone: 'good' }),
      onError: (error) => notify({ text: sharingText.grants.notChanged(sentenceFor(error)), tone: 'alarm' }),
    });
  return (
    <Button busy={pause.isPending} aria-label={isPaused ? text.resumeOf(name) : text.actOf(name)} onClick={act}>
      {isPaused ? text.resume : text.act}
    </Button>
  );
}
