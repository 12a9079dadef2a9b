import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { isProblem } from '../../api/problem';
import { Button, ButtonLink } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { Entrance } from './entrance';
import { FormFailure } from './form-failure';
import { useSubmit } from './use-submit';

interface Words {
  title: string;
  lead: string;
  act: string;
  doneTitle: string;
  done: string;
  /** What an ended link means, and what to do. */
  ended: string;
  another: string;
}

interface FollowLinkProps {
  text: Words;
  /** Uses the link up. */
  act: (token: string) => Promise<unknown>;
  isReady?: (() => boolean) | undefined;
  /** Problems that a field of `children` shows beside itself. */
  beside?: readonly string[] | undefined;
  /** Fields, given how the last try ended. */
  children?: ((failure: unknown, tried: boolean) => ReactNode) | undefined;
  /** Where to go on when it is done, and where a new link comes from when this one has ended. */
  next: { to: string; label: string };
  anotherAt: string;
}

/** The page that a letter leads to. Opening it does nothing, since mail servers open links too; its button acts. */
export function FollowLink({ text, act, isReady, beside = [], children, next, anotherAt }: FollowLinkProps) {
  const { token = '' } = useParams();
  const [isDone, setDone] = useState(false);
  const { form, busy, failure, tried, onSubmit } = useSubmit(async () => {
    await act(token);
    setDone(true);
  }, isReady);
  if (isDone) {
    return (
      <Entrance key="done" isAnswer title={text.doneTitle} lead={text.done}>
        <div className={layout.row}>
          <ButtonLink variant="main" to={next.to}>
            {next.label}
          </ButtonLink>
        </div>
      </Entrance>
    );
  }
  if (isProblem(failure, 'link-ended')) {
    const action = <ButtonLink to={anotherAt}>{text.another}</ButtonLink>;
    return (
      <Entrance key="ended" isAnswer title={text.title}>
        <Notice tone="alarm" action={action}>
          {text.ended}
        </Notice>
      </Entrance>
    );
  }
  return (
    <Entrance key="ask" title={text.title} lead={text.lead}>
      <form ref={form} className={layout.stack} onSubmit={onSubmit} noValidate>
        <FormFailure failure={failure} beside={beside} />
        {children?.(failure, tried)}
        <Button type="submit" variant="main" busy={busy}>
          {text.act}
        </Button>
      </form>
    </Entrance>
  );
}
