import { useInstance, useLook } from '../../api/instance';
import { ButtonLink } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { Mark } from '../../ui/mark';
import { PageHead } from '../../ui/page-head';
import styles from './landing.module.css';
import { landing as text } from './landing.text';
import { LivePiece } from './live-piece';

const marks = ['learned', 'shown', 'confirmed'] as const;

export function LandingPage() {
  const { welcome } = useLook();
  const isByInvitation = useInstance()?.signUp.who === 'invited';
  return (
    <div className={layout.wrap}>
      <div className={styles.grid}>
        <div className={styles.pitch}>
          <PageHead title={text.title} eyebrow={text.eyebrow} />
          <p className={styles.lead}>{text.lead}</p>
          {welcome && <p className={styles.welcome}>{welcome}</p>}
          <div className={styles.acts}>
            <ButtonLink variant="main" to={isByInvitation ? '/sign-in' : '/sign-up'}>
              {isByInvitation ? text.signIn : text.signUp}
            </ButtonLink>
            <ButtonLink to="/roadmaps">{text.look}</ButtonLink>
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
          <p className={styles.free}>{isByInvitation ? text.byInvitation : text.free}</p>
        </div>
        <LivePiece />
      </div>
    </div>
  );
}
