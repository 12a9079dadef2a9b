import { useState } from 'react';
import { callRaw } from '../../api/call';
import { collect, download } from '../../api/download';
import { sentenceFor } from '../../api/problem';
import { useStepUp } from '../../step-up/use-step-up';
import { Button } from '../../ui/button';
import { notify } from '../../ui/toast';
import { auditText as text } from './audit.text';
import type { AuditFilter } from './audit-filter';

/** What the filter shows, all of it, as a file. */
export function AuditDownload({ filter }: { filter: AuditFilter }) {
  const { run, dialog } = useStepUp();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const finished = await run(async () => {
        const response = await callRaw('exportAudit', { query: filter });
        download(await collect(response), `waymark-audit-${new Date().toISOString().slice(0, 10)}.csv`);
      });
      if (finished) notify({ text: text.downloaded, tone: 'good' });
    } catch (error) {
      notify({ text: sentenceFor(error), tone: 'alarm' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button busy={busy} onClick={take}>
        {text.download}
      </Button>
      {dialog}
    </>
  );
}
