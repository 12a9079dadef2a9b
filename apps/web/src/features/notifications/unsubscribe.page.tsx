import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Mailing } from '@waymark/contract';
import { useParams } from 'react-router';
import { call } from '../../api/call';
import { isProblem, sentenceFor } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { Button, ButtonLink } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { Entrance } from '../accounts/entrance';
import { notificationsText } from './notifications.text';

const text = notificationsText.unsubscribe;

const leadOf = (mailing: Mailing) => ('weekly' in mailing ? text.weeklyLead : text.lead(mailing.digest));

/** `/unsubscribe/:token`: opening it does nothing, since mail servers open links too; its button acts, and can be undone. */
export function UnsubscribePage() {
  const { token = '' } = useParams();
  const client = useQueryClient();
  const queryKey = ['mailing', token];
  const body = { token };
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => call('readMailing', { body, signal }),
    refetchOnWindowFocus: false,
  });
  const change = useMutation({
    mutationFn: (act: 'stopMailing' | 'resumeMailing') => call(act, { body }),
    onSuccess: (mailing) => client.setQueryData(queryKey, mailing),
  });
  const failure = change.error ?? (query.data ? null : query.error);
  if (isProblem(failure, 'link-ended')) {
    const action = <ButtonLink to="/settings#letters">{text.settings}</ButtonLink>;
    return (
      <Entrance key="ended" isAnswer title={text.title}>
        <Notice tone="alarm" action={action}>
          {text.ended}
        </Notice>
      </Entrance>
    );
  }
  const mailing = query.data;
  const isWeekly = mailing !== undefined && 'weekly' in mailing;
  const isOff = mailing !== undefined && ('weekly' in mailing ? mailing.weekly : mailing.digest) === 'off';
  const title = isOff ? text.stopped : isWeekly ? text.weeklyTitle : text.title;
  return (
    <Entrance
      key={String(isOff)}
      isAnswer={change.isSuccess}
      title={title}
      lead={mailing && (isOff ? text.stoppedText : leadOf(mailing))}
    >
      {query.isPending && <Skeleton lines={2} />}
      {failure && (
        <Notice tone="alarm" action={!query.data && <Button onClick={() => query.refetch()}>{everyPage.retry}</Button>}>
          {sentenceFor(failure)}
        </Notice>
      )}
      {query.data && (
        <Button
          variant={isOff ? 'plain' : 'main'}
          busy={change.isPending}
          onClick={() => change.mutate(isOff ? 'resumeMailing' : 'stopMailing')}
        >
          {isOff ? text.resume : text.act}
        </Button>
      )}
    </Entrance>
  );
}
