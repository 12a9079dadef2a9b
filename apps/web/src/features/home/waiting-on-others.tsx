import type { ReviewCard } from '@waymark/contract';
import { Link } from 'react-router';
import { DayText, Timestamp } from '../../ui/dates';
import { Mark } from '../../ui/mark';
import { home } from './home.text';
import rows from './rows.module.css';

const text = home.waitingOn;

/** What waits for somebody else, the longest wait first; nothing of mine waits for it. */
export function WaitingOnOthers({ reviews }: { reviews: readonly ReviewCard[] }) {
  const waiting = reviews.filter(({ ballWith }) => ballWith === 'mentor');
  if (waiting.length === 0) return null;
  return (
    <section className={rows.section} aria-labelledby="waiting-on-others">
      <h2 id="waiting-on-others">{text.title}</h2>
      <ul className={rows.rows}>
        {waiting.map(({ id, project, claim, away, ballSince, promisedBy }) => (
          <li key={id}>
            <Mark kind="shown" label={null} size={22} />
            <div>
              <p className={rows.title}>
                <Link to={`/projects/${project.id}`}>{text.review(project.title)}</Link>
              </p>
              <p className={rows.why}>
                {claim ? text.claimed(claim.mentor.name) : text.unclaimed}
                {away && (
                  <>
                    {' '}
                    {text.away(away.mentor.name)} <DayText day={away.until} />.
                  </>
                )}
              </p>
            </div>
            <p className={rows.beside}>
              <span>
                {text.since} <Timestamp at={ballSince} />
              </span>{' '}
              {promisedBy && (
                <span>
                  {text.expected} <Timestamp at={promisedBy} />
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
