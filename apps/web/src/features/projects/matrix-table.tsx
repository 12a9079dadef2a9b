import type { MyProject, Roadmap } from '@waymark/contract';
import { type Cell, cellOf, markOf, type Way } from '@waymark/contract/rules';
import { Link } from 'react-router';
import { Mark, type MarkKind } from '../../ui/mark';
import { matrixText as text } from './matrix.text';
import styles from './matrix-table.module.css';

const marks: Record<Cell, MarkKind> = { covers: 'not_started', shown: 'shown', confirmed: 'confirmed' };

interface Props {
  roadmap: Roadmap;
  way: Way;
  projects: readonly MyProject[];
  /** By id, in the order of the roadmap. */
  rows: readonly string[];
}

/** A real table, whose heads stay in sight. It scrolls in a region of its own, by keyboard too. */
export function MatrixTable({ roadmap, way, projects, rows }: Props) {
  const label = text.table(roadmap.title);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.region} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{text.topic}</th>
            {projects.map(({ id, title }) => (
              <th key={id} scope="col" className={styles.project}>
                <Link to={`/projects/${id}`}>{title}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((topicId) => (
            <tr key={topicId}>
              <th scope="row">
                <span>
                  <Mark kind={markOf(way.topics[topicId])} size={18} />
                  <Link to={`/roadmaps/${roadmap.slug}/topics/${topicId}`}>
                    {roadmap.topics.find(({ id }) => id === topicId)?.title}
                  </Link>
                </span>
              </th>
              {projects.map((project) => {
                const cell = cellOf(roadmap, way, topicId, project);
                return (
                  <td key={project.id}>{cell && <Mark kind={marks[cell]} label={text.cells[cell]} size={20} />}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
