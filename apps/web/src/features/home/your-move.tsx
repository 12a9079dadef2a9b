import { dayIn, daysBetween } from '@waymark/contract/rules';
import { Link } from 'react-router';
import { useZone } from '../../ui/dates';
import { Mark, type MarkKind } from '../../ui/mark';
import { home } from './home.text';
import type { Move } from './moves';
import rows from './rows.module.css';

const text = home.move;

interface YourMoveProps {
  moves: readonly Move[];
  /** While projects are not known, an empty list says nothing. */
  isComplete: boolean;
  roadmap: string;
  today: string;
}

interface Line {
  key: string;
  mark: MarkKind;
  title: string;
  why: string;
  act: string;
  to: string;
}

/** What waits for me, in the order of what each would change; facts only. */
export function YourMove({ moves, isComplete, roadmap, today }: YourMoveProps) {
  const zone = useZone();
  const lines = moves.map((move) => lineOf(move, roadmap, (at) => daysBetween(dayIn(zone, new Date(at)), today)));
  return (
    <section className={rows.section} aria-labelledby="your-move">
      <h2 id="your-move">{text.title}</h2>
      {lines.length === 0 && isComplete && <p className={rows.none}>{text.none}</p>}
      {lines.length > 0 && (
        <ul className={rows.rows}>
          {lines.map((line) => (
            <li key={line.key}>
              <Mark kind={line.mark} label={null} size={22} />
              <div>
                <p className={rows.title}>{line.title}</p>
                <p className={rows.why}>{line.why}</p>
              </div>
              <Link className={rows.act} to={line.to} aria-label={text.of(line.act, line.title)}>
                {line.act}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function lineOf(move: Move, roadmap: string, daysSince: (at: string) => number): Line {
  if (move.kind === 'choice')
    return {
      key: move.choiceId,
      mark: 'not_started',
      title: text.choice(move.title),
      why: move.proposed && move.why ? text.proposed(move.proposed, move.why) : text.choiceWhy(move.open),
      act: text.choiceAct,
      to: `/roadmaps/${roadmap}/choices/${move.choiceId}`,
    };
  if (move.kind === 'review')
    return {
      key: move.projectId,
      mark: 'shown',
      title: move.state === 'changes_requested' ? text.changes(move.title) : text.asked(move.title),
      why: text.changesWhy(daysSince(move.since)),
      act: text.changesAct,
      to: `/projects/${move.projectId}`,
    };
  if (move.kind === 'project')
    return {
      key: move.projectId,
      mark: 'learned',
      title: text.project(move.title),
      why: move.missing === 'link' ? text.noLink(move.covers) : text.noTopics,
      act: text.projectAct[move.missing],
      to: `/projects/${move.projectId}`,
    };
  return {
    key: move.topicId,
    mark: 'learning',
    title: text.stuck(move.title, daysSince(move.since)),
    why: text.stuckWhy,
    act: text.stuckAct,
    to: `/roadmaps/${roadmap}/topics/${move.topicId}`,
  };
}
