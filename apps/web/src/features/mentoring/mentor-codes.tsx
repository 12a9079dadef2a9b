import type { MentorCode } from '@waymark/contract';
import { type FormEvent, useState } from 'react';
import { issueFor, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { WholeDay } from '../../ui/dates';
import { SelectField, TextField } from '../../ui/fields';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import styles from './invitations.module.css';
import { useEndCode, useMakeCode, useMentorCodes } from './invitations.queries';
import { invitationsText } from './invitations.text';
import { JoinCode } from './join-code';
import { useRoadmapList } from './mentoring.queries';

const text = invitationsText.codes;
const days = Object.entries(text.dayOptions).map(([value, label]) => ({ value, label }));

function Code({ code, roadmapTitle }: { code: MentorCode; roadmapTitle: string }) {
  const end = useEndCode();
  const isOver = code.revokedAt !== null || code.usesLeft === 0 || Date.parse(code.expiresAt) <= Date.now();
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        {isOver ? <p className={styles.code}>{code.code}</p> : <JoinCode code={code.code} cohort={text.label} />}
        <p className={styles.quiet}>
          {roadmapTitle}, {text.left(code.usesLeft, code.uses)},{' '}
          {isOver ? (
            text.ended
          ) : (
            <>
              {text.until} <WholeDay at={code.expiresAt} />
            </>
          )}
        </p>
      </div>
      {!isOver && (
        <Button
          variant="quiet"
          busy={end.isPending}
          aria-label={text.endOf(code.code)}
          onClick={() =>
            end.mutate(code.id, {
              onSuccess: () => notify({ text: text.endDone }),
              onError: (error) => notify({ text: invitationsText.notDone(sentenceFor(error)), tone: 'alarm' }),
            })
          }
        >
          {text.end}
        </Button>
      )}
    </li>
  );
}

function NewCode({ options }: { options: readonly { value: string; label: string }[] }) {
  const make = useMakeCode();
  const [uses, setUses] = useState('10');
  const [expiry, setExpiry] = useState('30');
  const [chosen, setChosen] = useState('');
  const [isWrong, setWrong] = useState(false);
  const roadmap = chosen || options[0]?.value;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    const count = Number(uses);
    const isGood = Number.isInteger(count) && count >= 1 && count <= 500;
    setWrong(!isGood);
    if (!isGood || !roadmap || make.isPending) return;
    make.mutate(
      { roadmap, uses: count, expiresInDays: Number(expiry) },
      { onSuccess: () => notify({ text: text.made, tone: 'good' }) },
    );
  }

  return (
    <form className={styles.form} noValidate onSubmit={onSubmit}>
      {make.isError && <Notice tone="alarm">{sentenceFor(make.error)}</Notice>}
      <TextField
        label={text.uses}
        hint={text.usesHint}
        inputMode="numeric"
        value={uses}
        onChange={setUses}
        error={isWrong ? text.wrongUses : issueFor(make.error, 'uses')}
      />
      <SelectField label={text.days} value={expiry} onChange={setExpiry} options={days} />
      {options.length > 1 && (
        <SelectField
          label={invitationsText.invite.roadmap}
          value={roadmap ?? ''}
          onChange={setChosen}
          options={options}
        />
      )}
      <Button type="submit" busy={make.isPending}>
        {text.make}
      </Button>
    </form>
  );
}

/** Codes with which learners choose me, without a cohort. */
export function MentorCodes() {
  const query = useMentorCodes();
  const roadmaps = useRoadmapList();
  const options = roadmaps.data?.items.map(({ slug, title }) => ({ value: slug, label: title })) ?? [];
  const titleOf = (slug: string) => options.find(({ value }) => value === slug)?.label ?? slug;
  const codes = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles.section} aria-labelledby="mentor-codes">
      <h2 id="mentor-codes">{text.title}</h2>
      <p className={styles.quiet}>{text.lead}</p>
      <NewCode options={options} />
      {query.isError && <LoadFailed title={text.failed} error={query.error} onRetry={() => query.refetch()} />}
      {codes.length > 0 && (
        <ul className={styles.list}>
          {codes.map((code) => (
            <Code key={code.id} code={code} roadmapTitle={titleOf(code.roadmap)} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {invitationsText.more}
        </Button>
      )}
    </section>
  );
}
