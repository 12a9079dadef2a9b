import { sentenceFor } from '../../api/problem';
import { signOut } from '../../api/session';
import { Button } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { PageHead } from '../../ui/page-head';
import { notify } from '../../ui/toast';
import styles from './second-factor-first.module.css';
import { secondFactorChanged } from './two-factor.queries';
import { twoFactorText } from './two-factor.text';
import { TwoFactorSetup } from './two-factor-setup';

const text = twoFactorText.first;

/** In the place of every page, for who has yet to set up the second factor that the owner requires. */
export function SecondFactorFirstPage() {
  const leave = () => signOut().catch((error) => notify({ text: sentenceFor(error), tone: 'alarm' }));
  // The page that they were on stands behind this one: it comes when their account needs nothing any more.
  const goOn = () =>
    secondFactorChanged().then(
      () => notify({ text: twoFactorText.isOn, tone: 'good' }),
      (error) => notify({ text: sentenceFor(error), tone: 'alarm' }),
    );
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} />
      <div className={styles.page}>
        <p>{text.lead}</p>
        <TwoFactorSetup heading="h2" onDone={goOn} />
        <div className={styles.way}>
          <Button onClick={leave}>{text.signOut}</Button>
        </div>
      </div>
    </div>
  );
}
