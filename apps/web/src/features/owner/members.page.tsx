import { Button, ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { SelectField, TextField } from '../../ui/fields';
import { Skeleton } from '../../ui/skeleton';
import { useSearch } from '../../ui/use-search';
import { membersText as text } from './members.text';
import { type MemberRole, type MemberState, membersFilterOf, roles, searchOfMembers, states } from './members-filter';
import { MembersTable } from './members-table';
import { useMembers } from './owner.queries';
import { OwnerFrame } from './owner-frame';
import { ShowMore } from './show-more';
import styles from './table.module.css';
import { useTyped } from './use-typed';

const roleOptions: readonly { value: MemberRole | ''; label: string }[] = [
  { value: '', label: text.anyRole },
  ...roles.map((value) => ({ value, label: text.roles[value] })),
];
const stateOptions: readonly { value: MemberState | ''; label: string }[] = [
  { value: '', label: text.anyState },
  ...states.map((value) => ({ value, label: text.states[value] })),
];

export function MembersPage() {
  const [search, setSearch] = useSearch();
  const filter = membersFilterOf(search);
  const query = useMembers(filter);
  const { q, role, state } = filter;
  const show = (next: Partial<Record<'q' | 'role' | 'state', string>>) =>
    setSearch(searchOfMembers({ q, role, state, ...next }));
  const [typed, setTyped] = useTyped(q ?? '', (typed) => show({ q: typed }));
  const rows = query.data?.pages.flatMap((page) => page.items);
  return (
    <OwnerFrame
      title={text.title}
      asked={query}
      beside={
        <ButtonLink variant="main" to="/owner/invitations">
          {text.invite}
        </ButtonLink>
      }
    >
      <search className={styles.filters}>
        <div className={styles.wide}>
          <TextField
            label={text.search}
            hint={text.searchHint}
            type="search"
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            value={typed}
            onChange={setTyped}
          />
        </div>
        <div className={styles.half}>
          <SelectField
            label={text.role}
            value={role ?? ''}
            onChange={(value) => show({ role: value })}
            options={roleOptions}
          />
        </div>
        <div className={styles.half}>
          <SelectField
            label={text.state}
            value={state ?? ''}
            onChange={(value) => show({ state: value })}
            options={stateOptions}
          />
        </div>
      </search>
      <p className={styles.found} role="status">
        {rows && text.found(rows.length, query.hasNextPage)}
      </p>
      {!rows && <Skeleton lines={5} height={44} />}
      {rows && rows.length > 0 && <MembersTable rows={rows} />}
      {rows?.length === 0 && (
        <EmptyState
          title={text.none}
          action={<Button onClick={() => setSearch(new URLSearchParams())}>{text.clear}</Button>}
        >
          {text.noneHint}
        </EmptyState>
      )}
      <ShowMore key={search.toString()} query={query} />
    </OwnerFrame>
  );
}
