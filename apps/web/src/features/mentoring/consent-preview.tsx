import type { Consent } from '@waymark/contract';
import { dayText } from '../../ui/dates';
import { Mark } from '../../ui/mark';
import { Notice } from '../../ui/notice';
import { ProofBar } from '../../ui/proof-bar';
import styles from './consent-preview.module.css';
import { sharingText } from './sharing.text';
import { type Own, type Seen, whatTheySee } from './what-they-see';

const text = sharingText.preview;

function Progress({ counts }: Pick<Seen, 'counts'>) {
  if (counts === null) return <p className={styles.off}>{text.progressOff}</p>;
  if (counts === 'nothing-yet') return <p>{text.progressNone}</p>;
  return (
    <>
      <ProofBar counts={counts} size="s" />
      <p>{text.counts(counts.done, counts.required, counts.shown)}</p>
    </>
  );
}

function Days({ activeDays }: Pick<Seen, 'activeDays'>) {
  if (activeDays === null) return <p className={styles.off}>{text.activityOff}</p>;
  const last = activeDays.at(-1);
  return <p>{last ? text.activity(activeDays.length, dayText(last)) : text.activityNone}</p>;
}

function Projects({ projects, hiddenProjects }: Pick<Seen, 'projects' | 'hiddenProjects'>) {
  return (
    <>
      {projects === null && <p className={styles.off}>{text.projectsOff}</p>}
      {projects?.length === 0 && <p>{text.projectsNone}</p>}
      {projects !== null && projects.length > 0 && (
        <ul className={styles.projects}>
          {projects.map((project) => (
            <li key={project.id}>
              <Mark kind={project.build === 'finished' ? 'shown' : 'not_started'} label={null} size={18} />
              {project.title}
            </li>
          ))}
        </ul>
      )}
      {projects !== null && hiddenProjects > 0 && <p className={styles.off}>{text.hidden(hiddenProjects)}</p>}
    </>
  );
}

interface Props {
  /** `null`: it could not be read. */
  own: Own | null;
  consent: Consent;
  mentors: readonly string[];
}

/** What is seen right now, following the switches beside it. */
export function ConsentPreview({ own, consent, mentors }: Props) {
  const seen = own && whatTheySee(own, consent);
  return (
    <section className={styles.preview} aria-live="polite" aria-labelledby="consent-preview">
      <h3 id="consent-preview">{text.title(mentors)}</h3>
      {seen ? (
        <>
          <Progress counts={seen.counts} />
          <Days activeDays={seen.activeDays} />
          <p className={consent.notes ? undefined : styles.off}>{consent.notes ? text.notes : text.notesOff}</p>
          <Projects projects={seen.projects} hiddenProjects={seen.hiddenProjects} />
        </>
      ) : (
        <Notice tone="info">{text.failed}</Notice>
      )}
    </section>
  );
}
