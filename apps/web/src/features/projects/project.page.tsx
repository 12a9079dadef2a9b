import { useState } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { isProblem, sentenceFor } from '../../api/problem';
import { Button, ButtonLink } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { ProjectShare } from '../public-pages/project-share';
import { LinkHealth } from '../reviews/link-health';
import { ProjectReviews } from '../reviews/project-reviews';
import { ProjectHelp } from '../talk/project-help';
import { briefOf, initialDraft, parseKey } from './initial-draft';
import { ProjectEditor } from './project-editor';
import { useProject, useProjects, useTopicSources } from './projects.queries';
import { projectsText } from './projects.text';

const text = projectsText;

export function ProjectPage() {
  const { id } = useParams();
  const { key, search: asked } = useLocation();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  // Once created, the form goes on under the project's own address: what is typed meanwhile stays.
  const [created, setCreated] = useState<{ id: string; formKey: string } | null>(null);
  const formKey = id === undefined ? `new:${key}` : id === created?.id ? created.formKey : id;

  const [isUnsaved, setUnsaved] = useState(false);
  const query = useProject(id);
  const project = id === undefined ? null : query.data;
  const briefKey = parseKey(search.get('brief'));
  const topicKey = parseKey(search.get('topic'));
  const named = [briefKey?.roadmap, topicKey?.roadmap, ...(project?.covers ?? []).map((cover) => cover.roadmap)];
  const sources = useTopicSources(named.filter((slug) => slug !== undefined));
  const others = useProjects().data?.pages.flatMap((page) => page.items.filter((each) => each.id !== id)) ?? [];
  const brief = project
    ? briefOf(sources.roadmaps, project.briefId)
    : briefKey && briefOf(sources.roadmaps, briefKey.id, briefKey.roadmap);

  const title = project?.title ?? text.newTitle;
  // A form that is prefilled waits for what it is prefilled with.
  const isPending = id === undefined ? briefKey !== null && sources.isPending : query.isPending;
  const isGone = isProblem(query.error, 'not-found');

  if (isPending || isGone || project === undefined) {
    return (
      <div className={layout.wrap}>
        <PageHead title={isGone ? text.gone : query.isError ? text.projectFailed : title} eyebrow={text.editEyebrow} />
        {!query.isError && <Skeleton lines={6} height={64} />}
        {query.isError && (
          <Notice
            tone={isGone ? 'info' : 'alarm'}
            action={
              <>
                {!isGone && <Button onClick={() => query.refetch()}>{text.retry}</Button>}
                <ButtonLink to="/projects">{text.toProjects}</ButtonLink>
              </>
            }
          >
            {isGone ? text.notFound : sentenceFor(query.error)}
          </Notice>
        )}
      </div>
    );
  }

  return (
    <div className={layout.wrap}>
      <PageHead title={title} eyebrow={text.editEyebrow} />
      {briefKey && !brief && <Notice tone="info">{text.brief.unknown}</Notice>}
      <ProjectEditor
        key={formKey}
        project={project}
        initial={initialDraft(brief && briefKey && { ...brief, roadmap: briefKey.roadmap }, topicKey)}
        brief={brief}
        sources={sources}
        others={others}
        place={`new${asked}`}
        onCreated={(newId) => {
          setCreated({ id: newId, formKey });
          navigate(`/projects/${newId}`, { replace: true });
        }}
        onDeleted={() => navigate('/projects')}
        onDirty={setUnsaved}
      />
      {project && <ProjectReviews key={`reviews of ${project.id}`} project={project} isUnsaved={isUnsaved} />}
      {project && <ProjectHelp project={project} />}
      {project && <LinkHealth project={project} />}
      {project && <ProjectShare project={project} />}
    </div>
  );
}
