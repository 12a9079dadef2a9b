import { useLocation } from 'react-router';
import { Button, ButtonLink } from '../../ui/button';
import { DayText } from '../../ui/dates';
import { useMap } from './map-context';
import { MarkLink } from './mark-link';
import panel from './panel.module.css';
import { roadmapText } from './roadmaps.text';
import styles from './side-panel.module.css';

const text = roadmapText.side;

function StrangerSide() {
  const { pathname } = useLocation();
  return (
    <section className={styles.call} aria-labelledby="side-title">
      <h2 id="side-title">{text.stranger}</h2>
      <p>{text.strangerText}</p>
      <div className={styles.acts}>
        <ButtonLink variant="main" to={`/sign-up?next=${encodeURIComponent(pathname)}`}>
          {text.signUp}
        </ButtonLink>
        <ButtonLink to={`/sign-in?next=${encodeURIComponent(pathname)}`}>{text.signIn}</ButtonLink>
      </div>
    </section>
  );
}

function FollowSide({ onFollow, isBusy, label }: { onFollow: () => void; isBusy: boolean; label: string }) {
  return (
    <section className={styles.call} aria-labelledby="side-title">
      <h2 id="side-title">{text.notFollowed}</h2>
      <p>{text.notFollowedText}</p>
      <Button variant="main" busy={isBusy} onClick={onFollow}>
        {label}
      </Button>
    </section>
  );
}

function NextSide() {
  const { view, enrolment } = useMap();
  const [first, ...then] = enrolment?.next.flatMap((id) => view.nodes.get(id) ?? []) ?? [];
  if (!enrolment) return null;
  const { basis, from, to } = enrolment.forecast;
  return (
    <section className={styles.where} aria-labelledby="side-title">
      <h2 id="side-title">{first ? text.title : text.finished}</h2>
      {first ? (
        <div className={styles.now}>
          <span className={panel.quiet}>{view.placeOf.get(first.id)?.stage.title}</span>
          <MarkLink node={first} />
          {first.kind === 'choice' && <span className={panel.quiet}>{text.chooseFirst}</span>}
        </div>
      ) : (
        <p className={panel.quiet}>{text.finishedText}</p>
      )}
      {then.length > 0 && (
        <div className={styles.then}>
          <h3>{text.after}</h3>
          <ul className={panel.links}>
            {then.map((node) => (
              <li key={node.id}>
                <MarkLink node={node} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {first && (
        <p className={styles.forecast}>
          {!enrolment.plan.hideEstimates && text.left(enrolment.summary.hoursLeft)}{' '}
          {from && to && (
            <>
              {basis === 'pace' ? text.forecast : text.forecastPlan} <DayText day={from} /> {text.and}{' '}
              <DayText day={to} />.
            </>
          )}
        </p>
      )}
    </section>
  );
}

interface SidePanelProps {
  who: 'stranger' | 'looking' | 'following';
  follow: { label: string; run: () => void; isBusy: boolean };
}

/** What stands beside the map while nothing is open: where one is, or how to begin. */
export function SidePanel({ who, follow }: SidePanelProps) {
  if (who === 'stranger') return <StrangerSide />;
  if (who === 'looking') return <FollowSide onFollow={follow.run} isBusy={follow.isBusy} label={follow.label} />;
  return <NextSide />;
}
