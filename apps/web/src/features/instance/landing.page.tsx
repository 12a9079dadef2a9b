import { ButtonLink } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { Mark } from '../../ui/mark';
import { PageHead } from '../../ui/page-head';
import { builtIn } from './instance.queries';
import { instance } from './instance.text';
import styles from './landing.module.css';
import { LivePiece } from './live-piece';

const text = instance.landing;
const marks = ['learned', 'shown', 'confirmed'] as const;

export function LandingPage() {
  return (
    <div className={layout.wrap}>
      <div className={styles.grid}>
        <div className={styles.pitch}>
          <PageHead title={text.title} eyebrow={text.eyebrow} />
          <p className={styles.lead}>{text.lead}</p>
          <div className={styles.acts}>
            <ButtonLink variant="main" to="/sign-up">
              {text.signUp}
            </ButtonLink>
            <ButtonLink to={`/roadmaps/${builtIn}`}>{text.look}</ButtonLink>
          </div>
          <h2 className={styles.heading}>{text.marksTitle}</h2>
          <ol className={styles.marks}>
            {marks.map((kind) => (
              <li key={kind}>
                <Mark kind={kind} label={null} size={38} />
                <div>
                  <h3>{text.marks[kind].name}</h3>
                  <p className={styles.claim}>{text.marks[kind].claim}</p>
                  <p className={styles.more}>{text.marks[kind].more}</p>
                </div>
              </li>
            ))}
          </ol>
          <p className={styles.free}>{text.free}</p>
        </div>
        <LivePiece />
      </div>
    </div>
  );
}
