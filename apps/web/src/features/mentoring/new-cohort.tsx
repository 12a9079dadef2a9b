import { useState } from 'react';
import { useNavigate } from 'react-router';
import { issueFor, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import styles from './mentoring.module.css';
import { useCreateCohort, useRoadmapList } from './mentoring.queries';
import { mentoringText } from './mentoring.text';

const text = mentoringText.cohorts;

export function NewCohort() {
  const roadmaps = useRoadmapList();
  const create = useCreateCohort();
  const navigate = useNavigate();
  // One key for one wish: pressed twice it makes one cohort, changed it is another wish.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState('');
  const [isNameless, setNameless] = useState(false);
  const options = roadmaps.data?.items.map(({ slug, title }) => ({ value: slug, label: title })) ?? [];
  const roadmap = chosen || options[0]?.value;

  function edit(apply: () => void) {
    apply();
    setKey(crypto.randomUUID());
  }

  function start() {
    setNameless(name.trim() === '');
    if (name.trim() === '' || !roadmap || create.isPending) return;
    create.mutate(
      { name: name.trim(), roadmap, key },
      {
        onSuccess: (cohort) => {
          notify({ text: text.created(cohort.name), tone: 'good' });
          navigate(`/cohorts/${cohort.id}`);
        },
      },
    );
  }

  const nameIssue = isNameless ? text.noName : issueFor(create.error, 'name');
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <h2>{text.start}</h2>
      <p className={styles.quiet}>{text.startLead}</p>
      {roadmaps.isError && <Notice tone="alarm">{text.noRoadmaps}</Notice>}
      {create.isError && !nameIssue && <Notice tone="alarm">{sentenceFor(create.error)}</Notice>}
      <TextField
        label={text.name}
        hint={text.nameHint}
        value={name}
        onChange={(next) => edit(() => setName(next))}
        error={nameIssue}
        required
        maxLength={80}
      />
      {options.length > 1 && (
        <SelectField
          label={text.roadmap}
          value={roadmap ?? ''}
          onChange={(next) => edit(() => setChosen(next))}
          options={options}
        />
      )}
      <Button type="submit" busy={create.isPending}>
        {text.create}
      </Button>
    </form>
  );
}
