import type { ProjectCard } from '@waymark/contract';
import { useRef } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import styles from './project-choice.module.css';
import { moved } from './project-order';
import { useMakePublic } from './settings.queries';
import { settingsText as text } from './settings.text';

const most = 24;

interface ProjectChoiceProps {
  projects: readonly ProjectCard[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** The projects of the page in their order, moved by buttons; below them those that could be on it, too. */
export function ProjectChoice({ projects, chosen, onChange }: ProjectChoiceProps) {
  const list = useRef<HTMLDivElement>(null);
  const rest = projects.filter(({ id, isArchived }) => !chosen.includes(id) && !isArchived);
  // What was pressed goes away with its row: the focus stays in the list.
  const change = (next: string[]) => {
    onChange(next);
    list.current?.focus();
  };
  const move = (place: number, by: -1 | 1, title: string) => {
    onChange(moved(chosen, place, by));
    notify({ text: text.moved(title, place + by + 1), tone: 'good' });
  };
  if (projects.length === 0 && chosen.length === 0) return <p className={styles.hint}>{text.noProjects}</p>;
  return (
    <div ref={list} tabIndex={-1} className={styles.choice}>
      <p className={styles.hint}>{text.projectsHint}</p>
      <ol className={styles.chosen}>
        {chosen.map((id, place) => {
          const project = projects.find((each) => each.id === id);
          const title = project?.title ?? text.gone;
          return (
            <li key={id}>
              <b>{title}</b>
              <span className={styles.acts}>
                <Button
                  variant="quiet"
                  aria-label={text.up(title)}
                  aria-disabled={place === 0 || undefined}
                  onClick={() => place > 0 && move(place, -1, title)}
                >
                  {text.upShort}
                </Button>
                <Button
                  variant="quiet"
                  aria-label={text.down(title)}
                  aria-disabled={place === chosen.length - 1 || undefined}
                  onClick={() => place < chosen.length - 1 && move(place, 1, title)}
                >
                  {text.downShort}
                </Button>
                <Button
                  variant="quiet"
                  aria-label={text.remove(title)}
                  onClick={() => change(chosen.filter((each) => each !== id))}
                >
                  {text.removeShort}
                </Button>
              </span>
              {project && project.visibility !== 'public' && <NotShown project={project} />}
            </li>
          );
        })}
      </ol>
      {rest.length > 0 && chosen.length < most && (
        <details className={styles.more}>
          <summary>{text.add}</summary>
          <ul>
            {rest.map(({ id, title }) => (
              <li key={id}>
                <Button variant="quiet" onClick={() => change([...chosen, id])}>
                  {text.addThis(title)}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Choosing a project does not make it public: that is said, and offered. */
function NotShown({ project }: { project: ProjectCard }) {
  const makePublic = useMakePublic();
  const act = () =>
    makePublic.mutate(project, {
      onSuccess: () => notify({ text: text.nowPublic(project.title), tone: 'good' }),
      onError: (error) => notify({ text: sentenceFor(error), tone: 'alarm' }),
    });
  const button = (
    <Button busy={makePublic.isPending} onClick={act}>
      {text.makePublic}
    </Button>
  );
  return (
    <div className={styles.note}>
      <Notice tone="info" action={button}>
        {text.hidden(project.title)}
      </Notice>
    </div>
  );
}
