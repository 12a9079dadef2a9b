import { useQuery } from '@tanstack/react-query';
import type { Account, PublicPage, PublicPageSettings } from '@waymark/contract';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { issueFor, sentenceFor } from '../../api/problem';
import { useSession } from '../../api/session';
import { Button } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { LeaveDialog } from '../../ui/leave-dialog';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { PageSkeleton } from '../../ui/page-skeleton';
import { useLeaveGuard } from '../../ui/use-leave-guard';
import { Calendar } from '../home/calendar';
import { calendarWeeks } from '../home/calendar-weeks';
import { PublicPageView } from './public-page-view';
import { enrolmentsQuery, projectsQuery, settingsQuery } from './settings.queries';
import { settingsText as text } from './settings.text';
import { SettingsForm } from './settings-form';
import styles from './settings-form.module.css';
import { useSettingsForm } from './use-settings-form';

function Preview({ page, onEnd }: { page: PublicPage; onEnd: () => void }) {
  const back = useRef<HTMLDivElement>(null);
  useEffect(() => {
    back.current?.querySelector('button')?.focus();
    scrollTo(0, 0);
  }, []);
  const { calendar } = page;
  const drawing = calendar && <Calendar weeks={calendarWeeks(calendar.days, calendar.to)} today="" />;
  return (
    <>
      <div className={layout.wrap} ref={back}>
        <Notice tone="info" action={<Button onClick={onEnd}>{text.endPreview}</Button>}>
          {text.previewing}
        </Notice>
      </div>
      <PublicPageView page={page} drawing={drawing} />
    </>
  );
}

interface LoadedProps {
  account: Account;
  loaded: PublicPageSettings;
}

function Loaded({ account, loaded }: LoadedProps) {
  const form = useSettingsForm(loaded);
  const guard = useLeaveGuard(form.isDirty);
  const ways = useQuery(enrolmentsQuery).data?.items ?? [];
  const projects = useQuery(projectsQuery).data;
  const { stale, failure, shown } = form;
  const aboutError = issueFor(failure, 'about');
  const acts = useRef<HTMLDivElement>(null);
  const hasLooked = useRef(false);
  useEffect(() => {
    // Who comes back from the preview goes on from the button that led there.
    if (!shown && hasLooked.current) acts.current?.querySelector<HTMLElement>('[data-look]')?.focus();
    hasLooked.current = shown !== null;
  }, [shown]);
  const asking = <LeaveDialog isOpen={guard.isAsking} onStay={guard.stay} onLeave={guard.leave} />;
  if (shown) {
    return (
      <>
        <Preview page={shown} onEnd={form.endLook} />
        {asking}
      </>
    );
  }
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} eyebrow={<Link to="/settings">{text.back}</Link>} />
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!form.isSaving) form.save();
        }}
      >
        <p>{text.lead}</p>
        {/* Nothing is chosen from a list that is not here yet. */}
        {projects && (
          <SettingsForm
            draft={form.draft}
            onChange={form.setDraft}
            member={account}
            ways={ways}
            projects={projects}
            aboutError={aboutError}
          />
        )}
        {stale && (
          <Notice
            tone="alarm"
            title={text.stale}
            action={
              <>
                <Button onClick={() => form.takeTheirs(stale)}>{text.takeTheirs}</Button>
                <Button onClick={() => form.save(stale.version)}>{text.saveMine}</Button>
              </>
            }
          >
            {text.staleText}
          </Notice>
        )}
        {failure && !aboutError && <Notice tone="alarm">{sentenceFor(failure)}</Notice>}
        <div ref={acts} className={styles.acts}>
          <Button type="submit" variant="main" busy={form.isSaving}>
            {text.save}
          </Button>
          <Button data-look busy={form.isLooking} onClick={form.look}>
            {text.preview}
          </Button>
          {loaded.isPublic && <Link to={`/u/${account.handle}`}>{text.open}</Link>}
        </div>
      </form>
      {asking}
    </div>
  );
}

export function PublicPageSettingsPage() {
  const { account } = useSession();
  const { data, isError, error, refetch } = useQuery(settingsQuery);
  if (!account) return null;
  if (data) return <Loaded account={account} loaded={data} />;
  if (!isError) return <PageSkeleton />;
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} />
      <LoadFailed title={text.loadFailed} error={error} onRetry={() => refetch()} />
    </div>
  );
}
