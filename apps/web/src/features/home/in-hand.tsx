import type { Brief, ProjectCard } from '@waymark/contract';
import { Link } from 'react-router';
import { Timestamp } from '../../ui/dates';
import { Mark } from '../../ui/mark';
import { home } from './home.text';
import rows from './rows.module.css';

const text = home.inHand;

interface InHandProps {
  projects: readonly ProjectCard[];
  roadmap: string;
  suggestion: { brief: Brief; shows: number } | null;
}

/** What I am building; with nothing on the bench, the brief that would show most. */
export function InHand({ projects, roadmap, suggestion }: InHandProps) {
  const building = projects.filter((project) => project.build === 'building');
  return (
    <section className={rows.section} aria-labelledby="in-hand">
      <h2 id="in-hand">{text.title}</h2>
      {building.length === 0 && <Bench roadmap={roadmap} suggestion={suggestion} />}
      {building.length > 0 && (
        <ul className={rows.rows}>
          {building.map((project) => (
            <li key={project.id}>
              <Mark kind="learning" label={null} size={22} />
              <div>
                <p className={rows.title}>
                  <Link to={`/projects/${project.id}`}>{project.title}</Link>
                </p>
                {project.summary && <p className={rows.why}>{project.summary}</p>}
              </div>
              <p className={rows.beside}>
                <span>{text.covers(project.covers.length)}</span>{' '}
                <span>
                  {text.changed} <Timestamp at={project.updatedAt} />
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Bench({ roadmap, suggestion }: Pick<InHandProps, 'roadmap' | 'suggestion'>) {
  const briefs = `/roadmaps/${roadmap}/briefs`;
  return (
    <div className={rows.none}>
      <p>
        {text.none} {suggestion ? text.suggestion(suggestion.brief.title, suggestion.shows) : text.suggestionFirst}
      </p>
      <p>
        <Link className={rows.act} to={suggestion ? `${briefs}#${suggestion.brief.id}` : briefs}>
          {suggestion ? text.toBrief : text.toBriefs}
        </Link>
      </p>
    </div>
  );
}
