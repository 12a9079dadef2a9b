import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { call } from '../../api/call';
import { isProblem, sentenceFor } from '../../api/problem';
import { accountChanged, useSession } from '../../api/session';
import { Button, ButtonLink } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { notify } from '../../ui/toast';
import { useRefreshOwner } from './owner.queries';
import { ownerText } from './owner.text';

const text = ownerText.claim;

/** By the link that the server printed. Opening it does nothing: the button does. */
export function ClaimPage() {
  const { account } = useSession();
  return (
    <div className={layout.narrow}>
      <PageHead title={text.title} />
      <div className={layout.stack}>
        <p>{text.what}</p>
        <p>{text.how}</p>
        {!account && <Doors />}
        {account && account.role !== 'owner' && <Claim name={account.name} />}
        {account?.role === 'owner' && (
          <Notice tone="good" action={<ButtonLink to="/owner">{text.toOwner}</ButtonLink>}>
            {text.isOwner}
          </Notice>
        )}
      </div>
    </div>
  );
}

function Doors() {
  const { token = '' } = useParams();
  const search = `?${new URLSearchParams({ next: `/claim/${token}` })}`;
  return (
    <>
      <p>{text.first}</p>
      <div className={layout.row}>
        <ButtonLink variant="main" to={{ pathname: '/sign-up', search }}>
          {text.signUp}
        </ButtonLink>
        <ButtonLink to={{ pathname: '/sign-in', search }}>{text.signIn}</ButtonLink>
      </div>
    </>
  );
}

function Claim({ name }: { name: string }) {
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const refresh = useRefreshOwner();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const claim = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await call('claimInstance', { body: { token } });
      accountChanged(await call('readMe'));
      void refresh();
      notify({ text: text.done, tone: 'good' });
      await navigate('/owner', { replace: true });
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const isOver = isProblem(failure, 'link-ended');
  return (
    <>
      {failure ? (
        <Notice tone="alarm" title={isOver ? text.ended : undefined}>
          {isOver ? text.endedText : sentenceFor(failure)}
        </Notice>
      ) : null}
      <p>{text.as(name)}</p>
      <div>
        <Button variant="main" busy={busy} onClick={claim}>
          {text.act}
        </Button>
      </div>
    </>
  );
}
