import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { call } from '../../api/call';
import { instanceQuery } from '../../api/instance';
import { isProblem, sentenceFor } from '../../api/problem';
import { useSession } from '../../api/session';
import { everyPage } from '../../text/every-page.text';
import { Button, ButtonLink } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { PageSkeleton } from '../../ui/page-skeleton';
import { byMail } from './by-mail.text';
import { Entrance } from './entrance';
import styles from './entrance.module.css';
import type { Invited } from './invited';

const text = byMail.invitation;

/** Who invites, and the way on to sign-up; the token goes along in the page's state, where no server log sees it. */
export function InvitationPage() {
  const { token = '' } = useParams();
  const { status } = useSession();
  const { data: instance } = useQuery(instanceQuery);
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call('previewInvitation', { body: { token } }),
    // Asked once: it does not change while somebody reads, and tries are counted.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (error) {
    const hasEnded = isProblem(error, 'link-ended');
    const isOpen = instance?.signUp.who === 'anyone';
    const action = hasEnded ? (
      isOpen && <ButtonLink to="/sign-up">{text.without}</ButtonLink>
    ) : (
      <Button onClick={() => refetch()}>{everyPage.retry}</Button>
    );
    return (
      <Entrance key="ended" title={text.title}>
        <Notice tone="alarm" action={action}>
          {hasEnded ? text.ended : sentenceFor(error)}
        </Notice>
      </Entrance>
    );
  }
  if (!data) return <PageSkeleton />;
  const lead = data.from === null ? text.fromNobody(data.instance) : text.from(data.from, data.instance);
  if (status === 'member') {
    return (
      <Entrance key="member" title={text.title} lead={lead}>
        <p>{text.member}</p>
        <div className={layout.row}>
          <ButtonLink variant="main" to="/">
            {byMail.toStart}
          </ButtonLink>
        </div>
      </Entrance>
    );
  }
  const invited: Invited = { invitation: token, email: data.email ?? '' };
  return (
    <Entrance key="invited" title={text.title} lead={lead}>
      <p>{text.lead}</p>
      <div className={layout.row}>
        <ButtonLink variant="main" to="/sign-up" state={invited}>
          {text.act}
        </ButtonLink>
      </div>
      <p className={styles.other}>
        {text.have} <Link to="/sign-in">{text.signIn}</Link>
      </p>
    </Entrance>
  );
}
