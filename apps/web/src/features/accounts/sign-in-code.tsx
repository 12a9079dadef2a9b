import { call } from '../../api/call';
import { signedIn } from '../../api/session';
import { Button } from '../../ui/button';
import { accounts } from './accounts.text';
import { CodeForm } from './code-form';

const text = accounts.signIn;

interface SignInCodeProps {
  /** What the first step was taken with: it is sent again, with the code. */
  proved: { email: string; password: string; staySignedIn: boolean };
  /** Back to the first step, with what is wrong there if something is. */
  onBack: (failure: unknown) => void;
}

/** The second step of a sign-in: the password was right, unless it was changed on another device since. */
export function SignInCode({ proved, onBack }: SignInCodeProps) {
  return (
    <CodeForm
      finish={async (code) => signedIn(await call('signIn', { body: { ...proved, code } }))}
      endsWith="wrong-credentials"
      onEnd={onBack}
      act={text.act}
      other={
        <Button variant="quiet" onClick={() => onBack(null)}>
          {text.other}
        </Button>
      }
    >
      <p>{text.as(proved.email)}</p>
    </CodeForm>
  );
}
