import { type FormEvent, useState } from 'react';
import { issueFor, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import styles from './invitations.module.css';
import { useInviteLearner } from './invitations.queries';
import { invitationsText } from './invitations.text';
import { useRoadmapList } from './mentoring.queries';

const text = invitationsText.invite;

/** `cohortId`: into a cohort, on its roadmap; `null`: to be mentored by me alone. */
export function InviteByMail({ cohortId }: { cohortId: string | null }) {
  const roadmaps = useRoadmapList();
  const invite = useInviteLearner();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState('');
  const [isMissing, setMissing] = useState(false);
  const options = roadmaps.data?.items.map(({ slug, title }) => ({ value: slug, label: title })) ?? [];
  const roadmap = chosen || options[0]?.value;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    const to = email.trim();
    setMissing(to === '');
    if (to === '' || invite.isPending) return;
    invite.mutate(
      {
        email: to,
        name: name.trim(),
        cohortId,
        ...(cohortId === null && roadmap && { roadmap }),
        key: crypto.randomUUID(),
      },
      {
        onSuccess: () => {
          notify({ text: text.sent(to), tone: 'good' });
          setEmail('');
          setName('');
        },
      },
    );
  }

  const emailIssue = isMissing ? text.noEmail : issueFor(invite.error, 'email');
  const nameIssue = issueFor(invite.error, 'name');
  return (
    <form className={styles.form} noValidate onSubmit={onSubmit}>
      <p className={styles.quiet}>{text.byMailLead}</p>
      {invite.isError && !emailIssue && !nameIssue && <Notice tone="alarm">{sentenceFor(invite.error)}</Notice>}
      <TextField
        label={text.email}
        type="email"
        value={email}
        onChange={setEmail}
        error={emailIssue}
        autoComplete="off"
        maxLength={254}
        required
      />
      <TextField
        label={text.name}
        hint={text.nameHint}
        value={name}
        onChange={setName}
        error={nameIssue}
        maxLength={80}
      />
      {cohortId === null && options.length > 1 && (
        <SelectField label={text.roadmap} value={roadmap ?? ''} onChange={setChosen} options={options} />
      )}
      <Button type="submit" variant="main" busy={invite.isPending}>
        {text.act}
      </Button>
    </form>
  );
}
