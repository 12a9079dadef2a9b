import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { PageSkeleton } from '../../ui/page-skeleton';
import { notify } from '../../ui/toast';
import { RecordList } from './record-list';
import { followedQuery, recordsQuery, useIssue } from './records.queries';
import { recordsText as text } from './records.text';

function Issue({ ways }: { ways: readonly { roadmap: string; title: string }[] }) {
  const [chosen, setChosen] = useState('');
  const issue = useIssue();
  const slug = ways.find(({ roadmap }) => roadmap === chosen)?.roadmap ?? ways[0]?.roadmap;
  if (!slug) return <p>{text.noRoadmaps}</p>;
  const make = () =>
    issue.mutate(slug, { onSuccess: ({ topics }) => notify({ text: text.made(topics), tone: 'good' }) });
  return (
    <div className={layout.stack}>
      {ways.length > 1 && (
        <SelectField
          label={text.roadmap}
          value={slug}
          onChange={setChosen}
          options={ways.map(({ roadmap, title }) => ({ value: roadmap, label: title }))}
        />
      )}
      {issue.isError && <Notice tone="alarm">{sentenceFor(issue.error)}</Notice>}
      <div className={layout.row}>
        <Button variant="main" busy={issue.isPending} onClick={make}>
          {text.make}
        </Button>
      </div>
    </div>
  );
}

/** The learner's own: what was signed, and what can be signed now. */
export function RecordsPage() {
  const records = useQuery(recordsQuery);
  const ways = useQuery(followedQuery);
  const failed = [records, ways].find(({ data, isError }) => isError && !data);
  if (!failed && !(records.data && ways.data)) return <PageSkeleton />;
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} eyebrow={<Link to="/settings">{text.back}</Link>} />
      <div className={layout.stack}>
        <p>{text.lead}</p>
        {failed && <LoadFailed title={text.loadFailed} error={failed.error} onRetry={() => failed.refetch()} />}
        {ways.data && <Issue ways={ways.data.items} />}
        {records.data && <RecordList records={records.data.items} />}
      </div>
    </div>
  );
}
