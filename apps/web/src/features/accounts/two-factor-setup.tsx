import { useState } from 'react';
import { call } from '../../api/call';
import { isProblem, issueFor, sentenceFor } from '../../api/problem';
import { useStepUp } from '../../step-up/use-step-up';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { notify } from '../../ui/toast';
import { copyText } from './copy-text';
import { FormFailure } from './form-failure';
import { RecoveryCodes } from './recovery-codes';
import styles from './two-factor.module.css';
import { twoFactorText as text } from './two-factor.text';
import { useSubmit } from './use-submit';

type Seed = Awaited<ReturnType<typeof call<'beginTwoFactor'>>>;

interface TwoFactorSetupProps {
  /** One below that of what it stands in. */
  heading?: 'h2' | 'h3';
  /** Two-factor sign-in is on, the recovery codes are still to be kept. */
  onTurnedOn?: () => void;
  /** All is done. */
  onDone: () => void;
}

/** From the key by the first code of it to the recovery codes. Nothing changes before a code was right. */
export function TwoFactorSetup({ heading = 'h3', onTurnedOn, onDone }: TwoFactorSetupProps) {
  const { run, dialog } = useStepUp();
  const [seed, setSeed] = useState<Seed | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    try {
      await run(async () => setSeed(await call('beginTwoFactor')));
    } catch (error) {
      notify({ text: sentenceFor(error), tone: 'alarm', action: { label: everyPage.retry, run: begin } });
    } finally {
      setBusy(false);
    }
  };
  const confirm = (code: string) =>
    run(async () => {
      const { recoveryCodes } = await call('confirmTwoFactor', { body: { code } });
      setCodes(recoveryCodes);
      onTurnedOn?.();
    });
  if (codes) return <RecoveryCodes heading={heading} codes={codes} onKept={onDone} />;
  return (
    <>
      {seed ? (
        <SeedAndCode heading={heading} seed={seed} onCode={confirm} onCancel={() => setSeed(null)} />
      ) : (
        <div>
          <Button variant="main" busy={busy} onClick={begin}>
            {text.begin}
          </Button>
        </div>
      )}
      {dialog}
    </>
  );
}

interface SeedAndCodeProps {
  heading: 'h2' | 'h3';
  seed: Seed;
  onCode: (code: string) => Promise<unknown>;
  onCancel: () => void;
}

function SeedAndCode({ heading: Heading, seed, onCode, onCancel }: SeedAndCodeProps) {
  const [code, setCode] = useState('');
  const { form, busy, failure, tried, onSubmit } = useSubmit(
    async () => void (await onCode(code)),
    () => code.trim() !== '',
  );
  const wrong = isProblem(failure, 'wrong-code') ? sentenceFor(failure) : undefined;
  // Four letters at a time, as authenticators show it; spaces are no part of it and none of them minds.
  const key = seed.secret.replace(/(.{4})(?=.)/g, '$1 ');
  return (
    <ol className={styles.steps}>
      <li className={styles.step}>
        <Heading>{text.scanTitle}</Heading>
        <p>{text.scan}</p>
        <div className={styles.seed}>
          <img
            className={styles.qr}
            src={`data:image/svg+xml,${encodeURIComponent(seed.qrSvg)}`}
            alt={text.qr}
            width={216}
            height={216}
          />
          <div className={styles.key}>
            <p id="two-factor-key">{text.key}</p>
            <output aria-labelledby="two-factor-key">{key}</output>
            <Button onClick={() => copyText(seed.secret)}>{text.copyKey}</Button>
            <a href={seed.uri}>{text.keyOpen}</a>
          </div>
        </div>
      </li>
      <li className={styles.step}>
        <Heading>{text.codeTitle}</Heading>
        <form ref={form} className={layout.stack} onSubmit={onSubmit} noValidate>
          <FormFailure failure={failure} beside={['wrong-code', 'code']} />
          <div className={styles.code}>
            <TextField
              label={text.code}
              hint={text.codeHint}
              name="code"
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={12}
              required
              value={code}
              onChange={setCode}
              error={tried && !code.trim() ? text.missing : (wrong ?? issueFor(failure, 'code'))}
            />
          </div>
          <div className={layout.row}>
            <Button type="submit" variant="main" busy={busy}>
              {text.turnOn}
            </Button>
            <Button variant="quiet" onClick={onCancel}>
              {everyPage.cancel}
            </Button>
          </div>
        </form>
      </li>
    </ol>
  );
}
