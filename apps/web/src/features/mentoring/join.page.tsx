import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { issueFor, ProblemError, sentenceFor } from '../../api/problem';
import { Button, ButtonLink } from '../../ui/button';
import { TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import styles from './join.module.css';
import { JoinConsent } from './join-consent';
import { usePreviewCohort } from './mentoring.queries';
import { sharingText } from './sharing.text';

const text = sharingText.join;

/** As people type it: case, spaces and hyphens do not matter. */
function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return /^[A-Z0-9]{10}$/.test(code) ? code : null;
}

export function JoinPage() {
  const [search] = useSearchParams();
  const [typed, setTyped] = useState(search.get('code') ?? '');
  const [issue, setIssue] = useState<string>();
  const [joinedId, setJoinedId] = useState<string | null>(null);
  const preview = usePreviewCohort();
  const cohort = preview.data;
  const asked = useRef(false);

  function look() {
    const code = readCode(typed);
    setIssue(code ? undefined : text.noCode);
    if (code && !preview.isPending) preview.mutate(code);
  }

  // Who comes by a link has given the code already.
  useEffect(() => {
    const code = readCode(typed);
    if (asked.current || !code) return;
    asked.current = true;
    if (search.has('code')) preview.mutate(code);
  }, [typed, search, preview]);

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    look();
  }

  if (cohort && joinedId) {
    return (
      <div className={layout.wrap}>
        <PageHead key="joined" title={text.joined(cohort.name)} />
        <div className={styles.page}>
          <p>{text.joinedLead}</p>
          <p className={styles.next}>
            <ButtonLink variant="main" to={`/roadmaps/${cohort.roadmap}`}>
              {text.toRoadmap}
            </ButtonLink>
            <ButtonLink to={`/cohorts/${joinedId}`}>{text.toCohort}</ButtonLink>
          </p>
        </div>
      </div>
    );
  }

  const error = preview.error;
  const isUnknown = error instanceof ProblemError && (error.code === 'code-unknown' || error.code === 'invalid');
  const codeIssue = issue ?? (isUnknown ? (issueFor(error, 'code') ?? sentenceFor(error)) : undefined);
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} />
      <div className={styles.page}>
        {cohort ? (
          <JoinConsent
            code={preview.variables ?? ''}
            cohort={cohort}
            onAnother={() => preview.reset()}
            onJoined={setJoinedId}
          />
        ) : (
          <form className={styles.code} noValidate onSubmit={onSubmit}>
            {error && !isUnknown && <Notice tone="alarm">{sentenceFor(error)}</Notice>}
            <TextField
              label={text.code}
              hint={text.codeHint}
              value={typed}
              onChange={setTyped}
              error={codeIssue}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={40}
            />
            <Button variant="main" type="submit" busy={preview.isPending}>
              {text.look}
            </Button>
          </form>
        )}
      </div>
    </div>
  );
}
