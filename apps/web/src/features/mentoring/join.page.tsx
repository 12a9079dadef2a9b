import type { LetIn } from '@waymark/contract';
import { readJoinCode } from '@waymark/contract/rules';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { issueFor, ProblemError, sentenceFor } from '../../api/problem';
import { Button, ButtonLink } from '../../ui/button';
import { TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { usePreviewCode } from './invitations.queries';
import { invitationsText } from './invitations.text';
import styles from './join.module.css';
import { JoinConsent } from './join-consent';
import { sharingText } from './sharing.text';

const text = sharingText.join;

export function JoinPage() {
  const [search] = useSearchParams();
  const [typed, setTyped] = useState(search.get('code') ?? '');
  const [issue, setIssue] = useState<string>();
  const [joined, setJoined] = useState<LetIn | null>(null);
  const preview = usePreviewCode();
  const cohort = preview.data;
  const asked = useRef(false);

  function look() {
    const code = readJoinCode(typed);
    setIssue(code ? undefined : text.noCode);
    if (code && !preview.isPending) preview.mutate(code);
  }

  // Who comes by a link has given the code already.
  useEffect(() => {
    const code = readJoinCode(typed);
    if (asked.current || !code) return;
    asked.current = true;
    if (search.has('code')) preview.mutate(code);
  }, [typed, search, preview]);

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    look();
  }

  if (cohort && joined) {
    return (
      <div className={layout.wrap}>
        <PageHead
          key="joined"
          title={
            cohort.name === null
              ? invitationsText.join.mentored(cohort.mentors[0]?.name ?? '')
              : text.joined(cohort.name)
          }
        />
        <div className={styles.page}>
          <p>{text.joinedLead}</p>
          <p className={styles.next}>
            <ButtonLink variant="main" to={`/roadmaps/${cohort.roadmap}`}>
              {text.toRoadmap}
            </ButtonLink>
            {joined.cohort && <ButtonLink to={`/cohorts/${joined.cohort.id}`}>{text.toCohort}</ButtonLink>}
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
            onJoined={setJoined}
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
