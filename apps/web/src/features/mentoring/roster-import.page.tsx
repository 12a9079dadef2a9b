import { type FormEvent, useState } from 'react';
import { useParams } from 'react-router';
import { Button, ButtonLink } from '../../ui/button';
import { TextArea } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { PageSkeleton } from '../../ui/page-skeleton';
import styles from './invitations.module.css';
import { invitationsText } from './invitations.text';
import { InviteByMail } from './invite-by-mail';
import { isGone, useCohort } from './mentoring.queries';
import { mentoringText } from './mentoring.text';
import { readCsv, readFile } from './read-csv';
import { RosterLines } from './roster-lines';
import { SentInvitations } from './sent-invitations';
import { type RosterState, useRoster } from './use-roster';

const text = invitationsText.roster;

interface ListProps {
  typed: string;
  setTyped: (typed: string) => void;
  why: string;
  onLook: (typed: string) => string | undefined;
}

/** The list as a file or as text; what is wrong with the whole of it stands beside the field. */
function TheList({ typed, setTyped, why, onLook }: ListProps) {
  const [issue, setIssue] = useState<string>();

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    setIssue(onLook(typed));
  }

  async function onFile(file: File | undefined) {
    if (!file) return;
    try {
      const content = await readFile(file);
      setTyped(content);
      setIssue(onLook(content));
    } catch {
      setIssue(text.unreadable);
    }
  }

  return (
    <form className={styles.form} noValidate onSubmit={onSubmit}>
      <p>{text.lead}</p>
      {why && <Notice tone="alarm">{why}</Notice>}
      <label>
        {text.file}{' '}
        <input type="file" accept=".csv,.tsv,.txt,text/csv" onChange={(event) => onFile(event.target.files?.[0])} />
      </label>
      <TextArea
        label={text.or}
        hint={text.pasteHint}
        value={typed}
        onChange={setTyped}
        error={issue}
        rows={8}
        spellCheck={false}
      />
      <Button type="submit" variant="main">
        {text.look}
      </Button>
    </form>
  );
}

function UnderWay({ state, onCancel }: { state: RosterState; onCancel: () => void }) {
  const what = state.step === 'sending' ? text.sending : text.looking;
  return (
    <div className={styles.section} role="status">
      <p>
        {what}: {text.progress(state.done, state.all)}
      </p>
      <progress className={styles.progress} aria-label={what} value={state.done} max={state.all} />
      <Button onClick={onCancel}>{text.cancel}</Button>
    </div>
  );
}

function Shown({ state, onSend, onReset }: { state: RosterState; onSend: () => void; onReset: () => void }) {
  const { step, outcomes, lines, why } = state;
  const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
  const meant = count('invite');
  const sent = count('sent');
  const isShown = step === 'shown';
  return (
    <>
      {step === 'stopped' && <Notice tone="info">{text.stopped}</Notice>}
      {step === 'failed' && <Notice tone="alarm">{text.failed(why)}</Notice>}
      {isShown && meant === 0 && <Notice tone="info">{text.nothing}</Notice>}
      <p role="status">
        {isShown ? text.counts.invite(meant) : text.counts.sent(sent)}
        {`, ${text.counts.left(lines.length - (isShown ? meant : sent))}.`}
      </p>
      <div className={styles.acts}>
        {isShown && meant > 0 && (
          <Button variant="main" onClick={onSend}>
            {text.confirm(meant)}
          </Button>
        )}
        <Button onClick={onReset}>{text.another}</Button>
      </div>
      <RosterLines lines={lines} outcomes={outcomes} />
    </>
  );
}

/** Invites a whole list into a cohort: looked at line by line before anything leaves. */
export function RosterImportPage() {
  const { id = '' } = useParams();
  const query = useCohort(id);
  const roster = useRoster(id);
  const [typed, setTyped] = useState('');
  const { state } = roster;
  if (query.isPending) return <PageSkeleton />;
  const cohort = query.data;
  if (cohort?.role !== 'mentor') {
    return (
      <div className={layout.wrap}>
        <PageHead title={text.title} />
        {query.isError && !isGone(query.error) ? (
          <LoadFailed title={mentoringText.cohort.loadFailed} error={query.error} onRetry={() => query.refetch()} />
        ) : (
          <Notice tone="info" action={<ButtonLink to="/mentoring">{mentoringText.cohort.toMentoring}</ButtonLink>}>
            {mentoringText.cohort.notFound}
          </Notice>
        )}
      </div>
    );
  }

  function onLook(content: string): string | undefined {
    const read = readCsv(content);
    if ('wrong' in read) return text.wrong[read.wrong];
    void roster.look(read.lines);
    return undefined;
  }

  const isBusy = state.step === 'looking' || state.step === 'sending';
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} eyebrow={cohort.name}>
        <ButtonLink to={`/cohorts/${id}`}>{text.toCohort}</ButtonLink>
      </PageHead>
      <div className={styles.page}>
        <section className={styles.section}>
          {state.step === 'none' && <TheList typed={typed} setTyped={setTyped} why={state.why} onLook={onLook} />}
          {isBusy && <UnderWay state={state} onCancel={roster.cancel} />}
          {!isBusy && state.step !== 'none' && <Shown state={state} onSend={roster.send} onReset={roster.reset} />}
        </section>
        <section className={styles.section} aria-labelledby="by-mail">
          <h2 id="by-mail">{invitationsText.invite.byMail}</h2>
          <InviteByMail cohortId={id} />
        </section>
        <SentInvitations cohort={id} />
      </div>
    </div>
  );
}
