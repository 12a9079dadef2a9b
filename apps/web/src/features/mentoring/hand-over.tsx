import type { Grant } from '@waymark/contract';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import { useHandOver } from './sharing.queries';
import { sharingText } from './sharing.text';
import { sharingActsText } from './sharing-acts.text';

const text = sharingActsText.handOver;

/** Where I stand with a mentor, as a file for the next one. */
export function HandOverButton({ grant }: { grant: Grant }) {
  const handOver = useHandOver(grant);
  const take = () =>
    handOver.mutate(undefined, {
      onSuccess: () => notify({ text: text.done, tone: 'good' }),
      onError: (error) => notify({ text: sentenceFor(error), tone: 'alarm' }),
    });
  return (
    <Button busy={handOver.isPending} aria-label={text.actOf(grant.mentor.name)} onClick={take}>
      {text.act}
    </Button>
  );
}

/** What was ended a moment ago, with the way to take its hand-over still. */
export function JustEnded({ grants }: { grants: readonly Grant[] }) {
  return grants.map((grant) => (
    <Notice key={grant.id} tone="good" action={<HandOverButton grant={grant} />}>
      {sharingText.grants.ended(grant.mentor.name)} {text.later}
    </Notice>
  ));
}
