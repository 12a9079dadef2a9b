import type { PublicPage } from '@waymark/contract';
import type { ReactNode } from 'react';
import { classes } from '../../ui/classes';
import layout from '../../ui/layout.module.css';
import { PageHead } from '../../ui/page-head';
import { CalendarTable } from './calendar-table';
import { ProofList } from './proof-list';
import styles from './public-page-view.module.css';
import { publicText as text } from './public-pages.text';
import { ShownProject } from './shown-project';
import { ShownRoadmap } from './shown-roadmap';

interface PublicPageViewProps {
  page: PublicPage;
  /** The calendar's picture, where the page has a calendar. */
  drawing: ReactNode;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** What a stranger sees of a learner: the sections that they chose, and no trace of the others. */
export function PublicPageView({ page, drawing }: PublicPageViewProps) {
  const { name, handle, about, roadmaps, proof, calendar, projects } = page;
  const isBare = roadmaps.length === 0 && projects.length === 0 && !calendar && !about;
  return (
    <article className={classes(layout.wrap, styles.page)}>
      <PageHead title={name} eyebrow={text.handle(handle)} />
      {about && <p className={styles.about}>{about}</p>}
      {isBare && <p>{text.nothing(name)}</p>}
      {roadmaps.length > 0 && (
        <Section title={text.roadmaps}>
          {roadmaps.map((roadmap) => (
            <ShownRoadmap key={roadmap.slug} roadmap={roadmap} />
          ))}
        </Section>
      )}
      {projects.length > 0 && (
        <Section title={text.projects}>
          <ul className={styles.projects}>
            {projects.map((project, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the page tells no id, and its order does not change
              <ShownProject key={place} project={project} />
            ))}
          </ul>
        </Section>
      )}
      {proof.length > 0 && (
        <Section title={text.proof}>
          {proof.map((each) => (
            <ProofList key={each.roadmap} proof={each} isNamed={proof.length > 1} />
          ))}
        </Section>
      )}
      {calendar && (
        <Section title={text.calendar}>
          {drawing}
          <CalendarTable calendar={calendar} />
        </Section>
      )}
    </article>
  );
}
