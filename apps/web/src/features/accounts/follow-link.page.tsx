import { useState } from 'react';
import { call } from '../../api/call';
import { isProblem, issueFor } from '../../api/problem';
import { forgetMember, useSession } from '../../api/session';
import { TextField } from '../../ui/fields';
import { byMail } from './by-mail.text';
import { FollowLink } from './follow-link';
import { refreshAccount } from './refresh-account';

interface Next {
  to: string;
  label: string;
}

const toSignIn: Next = { to: '/sign-in', label: byMail.toSignIn };
const toStart: Next = { to: '/', label: byMail.toStart };
const toSettings: Next = { to: '/settings', label: byMail.toSettings };

/** Where a member goes on, and where somebody does who is not signed in here. */
function useNext(forMembers: Next): Next {
  return useSession().status === 'member' ? forMembers : toSignIn;
}

/** For links that end all sessions: the one of this browser, too. */
function useSignedOutBy() {
  const { status } = useSession();
  return async (act: () => Promise<void>) => {
    await act();
    if (status === 'member') forgetMember();
  };
}

export function ResetPage() {
  const text = byMail.reset;
  const [password, setPassword] = useState('');
  const signedOutBy = useSignedOutBy();
  return (
    <FollowLink
      text={text}
      act={(token) => signedOutBy(() => call('resetPassword', { body: { token, password } }))}
      isReady={() => password !== ''}
      beside={['password']}
      next={toSignIn}
      anotherAt="/forgot"
    >
      {(failure, tried) => (
        <TextField
          label={text.password}
          hint={text.hint}
          type="password"
          autoComplete="new-password"
          name="password"
          required
          value={password}
          onChange={setPassword}
          error={tried && !password ? text.missing : issueFor(failure, 'password')}
        />
      )}
    </FollowLink>
  );
}

export function VerifyPage() {
  const text = byMail.verify;
  const next = useNext(toStart);
  const isMember = useSession().status === 'member';
  // Only the server knows whether this sign-up has to say its password, and says so to who holds the link.
  const [needsPassword, setNeeds] = useState(false);
  const [password, setPassword] = useState('');
  const [isWrong, setWrong] = useState(false);
  const verify = async (token: string) => {
    try {
      await call('verifyEmail', { body: { token, ...(needsPassword && { password }) } });
    } catch (error) {
      const isRefused = isProblem(error, 'wrong-credentials');
      setNeeds(needsPassword || isRefused);
      setWrong(needsPassword && isRefused);
      throw error;
    }
    if (isMember) await refreshAccount();
  };
  return (
    <FollowLink
      text={needsPassword ? { ...text, lead: text.passwordLead } : text}
      act={verify}
      isReady={() => !needsPassword || password !== ''}
      beside={['wrong-credentials']}
      next={next}
      anotherAt="/verify"
    >
      {(failure, tried) =>
        needsPassword && (
          <TextField
            label={text.password}
            type="password"
            autoComplete="current-password"
            name="password"
            autoFocus
            required
            value={password}
            onChange={setPassword}
            error={isWrong ? text.wrong : tried && !failure && !password ? text.missing : undefined}
          />
        )
      }
    </FollowLink>
  );
}

export function ConfirmEmailPage() {
  const isMember = useSession().status === 'member';
  const act = async (token: string) => {
    await call('confirmEmailChange', { body: { token } });
    if (isMember) await refreshAccount();
  };
  return <FollowLink text={byMail.confirmEmail} act={act} next={useNext(toSettings)} anotherAt="/settings#email" />;
}

export function UndoEmailPage() {
  const signedOutBy = useSignedOutBy();
  const act = (token: string) => signedOutBy(() => call('undoEmailChange', { body: { token } }));
  return <FollowLink text={byMail.undoEmail} act={act} next={toSignIn} anotherAt="/forgot" />;
}

export function KeepPage() {
  const act = (token: string) => call('keepAccount', { body: { token } });
  return <FollowLink text={byMail.keep} act={act} next={toSignIn} anotherAt="/sign-in" />;
}
