import type { Cohort, RosterFilter } from '@waymark/contract';
import { useState } from 'react';
import { callRaw } from '../../api/call';
import { collect, download } from '../../api/download';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import { Menu } from '../../ui/menu';
import { notify } from '../../ui/toast';
import styles from './mentoring.module.css';
import { rosterText } from './roster.text';
import { type Column, columns } from './use-columns';

const text = rosterText;
const options = (known: Record<string, string>) => Object.entries(known).map(([value, label]) => ({ value, label }));

const columnNames: Record<Column, string> = {
  attention: text.needs,
  way: text.way,
  done: text.done,
  shown: text.shown,
  confirmed: text.confirmed,
  'last-active': text.lastActive,
  'last-looked': text.lastLooked,
  cohort: text.cohortOf,
};

/** What is listed, as a file. */
function Download({ filter }: { filter: Partial<RosterFilter> }) {
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const response = await callRaw('exportLearners', { query: filter });
      download(await collect(response), `waymark-learners-${new Date().toISOString().slice(0, 10)}.csv`);
      notify({ text: text.csvDone, tone: 'good' });
    } catch (error) {
      notify({ text: sentenceFor(error), tone: 'alarm' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={busy} onClick={take}>
      {text.csv}
    </Button>
  );
}

interface Props {
  search: URLSearchParams;
  filter: Partial<RosterFilter> & Pick<RosterFilter, 'sort'>;
  cohorts: readonly Cohort[];
  set: (name: string, value: string) => void;
  chosen: readonly Column[];
  choose: (column: Column, isShown: boolean) => void;
}

/** Whom the roster shows, in which order, with which columns: what is asked for is kept in the address. */
export function RosterTools({ search, filter, cohorts, set, chosen, choose }: Props) {
  return (
    <search className={styles.filters} aria-label={text.filters}>
      <TextField label={text.words} type="search" value={search.get('q') ?? ''} onChange={(q) => set('q', q)} />
      <SelectField
        label={text.attention}
        value={filter.attention ?? ''}
        onChange={(value) => set('attention', value)}
        options={[{ value: '', label: text.anybody }, ...options(text.reasons)]}
      />
      {cohorts.length > 1 && (
        <SelectField
          label={text.cohort}
          value={filter.cohort ?? ''}
          onChange={(value) => set('cohort', value)}
          options={[
            { value: '', label: text.allCohorts },
            ...cohorts.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <SelectField
        label={text.sort}
        value={filter.sort as string}
        onChange={(value) => set('sort', value)}
        options={options(text.sorts)}
      />
      <Menu label={text.columnsLabel} trigger={text.columns}>
        <fieldset className={styles.columns}>
          <legend>{text.columnsLabel}</legend>
          {columns.map((column) => (
            <CheckField
              key={column}
              label={columnNames[column]}
              checked={chosen.includes(column)}
              onChange={(isShown) => choose(column, isShown)}
            />
          ))}
        </fieldset>
      </Menu>
      <Download filter={filter} />
    </search>
  );
}
