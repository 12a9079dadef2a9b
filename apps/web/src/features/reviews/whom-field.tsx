import { useId } from 'react';
import { Link } from 'react-router';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import styles from './asking.module.css';
import { askingText } from './asking.text';
import { useBusyReviewers, useWhomToAsk } from './reviews.queries';
import { type Choice, type WhomToAsk, whomToAsk } from './whom-to-ask';

const text = askingText.whom;

/** Nobody of mine could see it: what to do about that, beside asking whoever offers to. */
function Nobody({ blind }: Pick<WhomToAsk, 'blind'>) {
  return (
    <Notice
      tone="info"
      title={text.nobody}
      action={
        blind.length > 0 ? (
          <Link to="/settings/sharing">{text.share}</Link>
        ) : (
          <Link to="/cohorts/join">{text.join}</Link>
        )
      }
    >
      {blind.length > 0 ? text.blind(blind) : text.noMentor}
    </Notice>
  );
}

interface Props {
  /** The key of a choice. */
  value: string | null;
  onChange: (choice: Choice) => void;
  error?: string | undefined;
}

/** Whom to ask, of all whom I can. */
export function WhomField({ value, onChange, error }: Props) {
  const id = useId();
  const query = useWhomToAsk();
  const busy = useBusyReviewers();
  if (query.isPending) return <Skeleton lines={3} height={56} />;
  if (query.isError) {
    return <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => query.refetch()} />;
  }
  const { choices, blind, hasMentor } = whomToAsk(query.grants, busy);
  return (
    <fieldset className={styles.choices} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{text.title}</legend>
      {!hasMentor && <Nobody blind={blind} />}
      {choices.map((choice) => (
        <label key={choice.key} className={styles.choice}>
          <input
            type="radio"
            name={id}
            checked={choice.key === value}
            aria-invalid={error ? true : undefined}
            aria-labelledby={`${id}-${choice.key}`}
            aria-describedby={`${id}-${choice.key}-line`}
            onChange={() => onChange(choice)}
          />
          <b id={`${id}-${choice.key}`}>{choice.label}</b>
          <span id={`${id}-${choice.key}-line`}>{choice.line}</span>
        </label>
      ))}
      {hasMentor && blind.length > 0 && (
        <p className={styles.quiet}>
          {text.blind(blind)} <Link to="/settings/sharing">{text.share}</Link>
        </p>
      )}
      <p className={styles.error} id={`${id}-error`} role="alert">
        {error}
      </p>
    </fieldset>
  );
}
