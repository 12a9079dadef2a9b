import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { call } from '../../api/call';
import { isProblem } from '../../api/problem';
import { signedIn, useSession } from '../../api/session';
import { Button, ButtonLink } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { notify } from '../../ui/toast';
import { CodeForm } from './code-form';
import { Entrance } from './entrance';
import { providerFailure, identitiesText as text } from './identities.text';

/** The page that a provider sends the browser back to: hands over what it came back with, and goes on. */
export function ProviderCallbackPage() {
  const { provider = '' } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { status } = useSession();
  const [failure, setFailure] = useState<unknown>(null);
  const sent = useRef<string | null>(null);

  const finish = async (code?: string) => {
    const body = { query: search, ...(code !== undefined && { code }) };
    const { purpose, next, signedIn: entered } = await call('finishIdentity', { params: { provider }, body });
    if (entered) signedIn(entered);
    if (purpose !== 'sign-in') notify({ text: text.done[purpose], tone: 'good' });
    // Instead of this page: what is in its address holds once.
    navigate(next, { replace: true });
  };

  // What came back can be handed over once, and React may run an effect twice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: one way back is one call
  useEffect(() => {
    if (sent.current === search) return;
    sent.current = search;
    finish().catch(setFailure);
  }, [search]);

  if (!failure) {
    return (
      <Entrance title={text.coming} lead={text.comingLead}>
        <Skeleton lines={2} />
      </Entrance>
    );
  }
  if (isProblem(failure, 'code-required')) {
    return (
      <Entrance key="code" title={text.secondTitle} lead={text.second}>
        <CodeForm finish={finish} endsWith="link-ended" onEnd={setFailure} act={text.act} />
      </Entrance>
    );
  }
  const back = status === 'member' ? { to: '/settings#identities', label: text.toSettings } : signInPage;
  const isOffline = isProblem(failure, 'offline');
  const again = () => {
    setFailure(null);
    finish().catch(setFailure);
  };
  return (
    <Entrance key="failed" isAnswer title={text.failed}>
      <Notice tone="alarm">{providerFailure(failure)}</Notice>
      <div className={layout.row}>
        {isOffline && (
          <Button variant="main" onClick={again}>
            {text.again}
          </Button>
        )}
        <ButtonLink variant={isOffline ? 'plain' : 'main'} to={back.to} replace>
          {back.label}
        </ButtonLink>
      </div>
    </Entrance>
  );
}

const signInPage = { to: '/sign-in', label: text.toSignIn };
