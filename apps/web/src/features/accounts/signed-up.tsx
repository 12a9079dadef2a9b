import { call } from '../../api/call';
import { byMail } from './by-mail.text';
import { Entrance } from './entrance';
import { Sent } from './sent';

/** After a sign-up whose address is confirmed first; the same whether the address had an account. */
export function SignedUp({ email, onBack }: { email: string; onBack: () => void }) {
  const text = byMail.signedUp;
  return (
    <Entrance isAnswer title={text.title}>
      <Sent onAgain={() => call('requestVerification', { body: { email } })} onBack={onBack}>
        {text.sent(email)}
      </Sent>
    </Entrance>
  );
}
