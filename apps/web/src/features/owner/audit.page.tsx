import { auditEvents } from '@waymark/contract/rules';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { SelectField, TextField } from '../../ui/fields';
import { Skeleton } from '../../ui/skeleton';
import { useSearch } from '../../ui/use-search';
import { auditEventText, auditText as text } from './audit.text';
import { AuditDownload } from './audit-download';
import { type AuditFilter, auditFilterOf, withFilter } from './audit-filter';
import { AuditTable } from './audit-table';
import { membersText } from './members.text';
import { useAudit, useMember } from './owner.queries';
import { ownerText } from './owner.text';
import { OwnerFrame } from './owner-frame';
import { ShowMore } from './show-more';
import styles from './table.module.css';

const eventOptions = [
  { value: '', label: text.anyEvent },
  ...auditEvents.map((event) => ({ value: event as string, label: auditEventText[event].label })),
];

export function AuditPage() {
  const [search, setSearch] = useSearch();
  const filter = auditFilterOf(search);
  const query = useAudit(filter);
  const rows = query.data?.pages.flatMap((page) => page.items);
  const set = (name: keyof AuditFilter, value: string) => setSearch(withFilter(search, name, value));
  const { from, to } = filter;
  return (
    <OwnerFrame title={ownerText.nav.audit} asked={query} beside={<AuditDownload filter={filter} />}>
      <p className={styles.lead}>{text.lead}</p>
      <search className={styles.filters}>
        <div className={styles.wide}>
          <SelectField
            label={text.event}
            value={filter.event ?? ''}
            onChange={(event) => set('event', event)}
            options={eventOptions}
          />
        </div>
        <div className={styles.half}>
          <TextField label={text.from} type="date" value={from ?? ''} onChange={(day) => set('from', day)} />
        </div>
        <div className={styles.half}>
          <TextField
            label={text.to}
            type="date"
            value={to ?? ''}
            onChange={(day) => set('to', day)}
            error={from && to && from > to ? text.wrongDays : undefined}
          />
        </div>
      </search>
      {filter.account && <OneMemberOnly id={filter.account} onClear={() => set('account', '')} />}
      <p className={styles.found} role="status">
        {rows && text.found(rows.length, query.hasNextPage)}
      </p>
      {!rows && <Skeleton lines={6} height={44} />}
      {rows && rows.length > 0 && <AuditTable rows={rows} />}
      {rows?.length === 0 && (
        <EmptyState
          title={text.none}
          action={<Button onClick={() => setSearch(new URLSearchParams())}>{membersText.clear}</Button>}
        />
      )}
      <ShowMore key={search.toString()} query={query} />
    </OwnerFrame>
  );
}

function OneMemberOnly({ id, onClear }: { id: string; onClear: () => void }) {
  const { data } = useMember(id);
  return (
    <p className={styles.only}>
      {text.only(data?.name ?? text.thisMember)} <Button onClick={onClear}>{text.everybody}</Button>
    </p>
  );
}
