import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { instanceQuery } from '../api/instance';
import { sentenceFor } from '../api/problem';
import { goToProvider } from '../api/providers';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { stepUp as text } from './step-up.text';

/** For who has no password and whose session is over: by a provider, and back to this page. */
export function SignInAgain() {
  const { data: instance } = useQuery(instanceQuery);
  const [leaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const leave = async (id: string) => {
    setLeaving(true);
    try {
      const { pathname, search, hash } = location;
      await goToProvider(id, { purpose: 'sign-in', next: pathname + search + hash });
    } catch (reason) {
      setFailure(reason);
      setLeaving(false);
    }
  };
  return (
    <>
      {failure ? <Notice tone="alarm">{sentenceFor(failure)}</Notice> : null}
      {instance?.providers.map(({ id, name }) => (
        <Button key={id} busy={leaving} onClick={() => leave(id)}>
          {text.signInBy(name)}
        </Button>
      ))}
    </>
  );
}
