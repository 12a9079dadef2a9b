import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Project } from '@waymark/contract';
import { Link } from 'react-router';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import { Copyable } from './copyable';
import { sharedText } from './shared-project.text';

const text = sharedText.share;

const pageQuery = (id: string) =>
  queryOptions({
    queryKey: ['project-page', id],
    queryFn: ({ signal }) => call('readProjectPageSettings', { params: { id }, signal }),
  });

function useProjectPage(id: string) {
  const client = useQueryClient();
  const page = useQuery(pageQuery(id));
  const change = useMutation({
    mutationFn: (body: { isNamed: boolean; newAddress?: boolean }) =>
      call('changeProjectPage', { params: { id }, body }),
    onSuccess: (settings, { newAddress }) => {
      client.setQueryData(pageQuery(id).queryKey, settings);
      notify({ text: newAddress ? text.renewed : text.saved, tone: 'good' });
    },
  });
  return { page, change };
}

/** The page that a project has for strangers: its address, and who is named on it. */
export function ProjectShare({ project }: { project: Pick<Project, 'id' | 'visibility'> }) {
  const { page, change } = useProjectPage(project.id);
  const isShown = project.visibility === 'unlisted' || project.visibility === 'public';
  const settings = page.data;
  const set = (isNamed: boolean, newAddress = false) => change.mutate({ isNamed, newAddress });
  return (
    <section className={layout.part} aria-labelledby="project-share">
      <h2 id="project-share">{text.title}</h2>
      <p>{isShown ? text.lead : text.closed}</p>
      {page.isError && !settings && (
        <LoadFailed title={text.failed} error={page.error} onRetry={() => page.refetch()} />
      )}
      {change.isError && <Notice tone="alarm">{sentenceFor(change.error)}</Notice>}
      {isShown && settings?.key === null && (
        <div className={layout.row}>
          <Button busy={change.isPending} onClick={() => set(false)}>
            {text.make}
          </Button>
        </div>
      )}
      {isShown && settings?.key && (
        <>
          <Copyable label={text.address} words={`${location.origin}/p/${settings.key}`} />
          <CheckField
            label={text.isNamed}
            hint={text.isNamedHint}
            checked={change.isPending ? change.variables.isNamed : settings.isNamed}
            onChange={(isNamed) => set(isNamed)}
          />
          <div className={layout.row}>
            <Link to={`/p/${settings.key}`}>{text.open}</Link>
            <Button busy={change.isPending} onClick={() => set(settings.isNamed, true)}>
              {text.renew}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
