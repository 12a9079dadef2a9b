import layout from '../../ui/layout.module.css';
import { PageHead } from '../../ui/page-head';
import styles from './invitations.module.css';
import { invitationsText } from './invitations.text';
import { InviteByMail } from './invite-by-mail';
import { MentorCodes } from './mentor-codes';
import { SentInvitations } from './sent-invitations';

const text = invitationsText.invite;

/** The ways in which somebody becomes my learner, without a cohort. */
export function InvitePage() {
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} />
      <div className={styles.page}>
        <section className={styles.section} aria-labelledby="by-mail">
          <p>{text.lead}</p>
          <h2 id="by-mail">{text.byMail}</h2>
          <InviteByMail cohortId={null} />
        </section>
        <MentorCodes />
        <SentInvitations cohort={null} />
      </div>
    </div>
  );
}
