import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { instanceQuery } from '../api/instance';
import { sentenceFor } from '../api/problem';
import { goToProvider, identitiesQuery } from '../api/providers';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { stepUp as text } from './step-up.text';

/** For who has no password: signing in once more by what is linked, which leads back to this page. */
export function ConfirmByProvider() {
  const { data: instance } = useQuery(instanceQuery);
  const { data: mine, error } = useQuery(identitiesQuery);
  const [leaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const wrong = failure ?? error;
  if (wrong) return <Notice tone="alarm">{sentenceFor(wrong)}</Notice>;
  if (!instance || !mine) return <Skeleton lines={1} height={44} />;
  const linked = instance.providers.filter(({ id }) => mine.items.some(({ provider }) => provider === id));
  if (linked.length === 0) return <p>{text.neither}</p>;
  const confirm = async (id: string) => {
    setLeaving(true);
    try {
      const { pathname, search, hash } = location;
      await goToProvider(id, { purpose: 'step-up', next: pathname + search + hash });
    } catch (reason) {
      setFailure(reason);
      setLeaving(false);
    }
  };
  return (
    <>
      <p>{text.textOfProvider}</p>
      {linked.map(({ id, name }) => (
        <Button key={id} busy={leaving} onClick={() => confirm(id)}>
          {text.confirmBy(name)}
        </Button>
      ))}
    </>
  );
}
