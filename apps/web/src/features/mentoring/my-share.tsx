import type { Cohort, Grant } from '@waymark/contract';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { sentenceFor } from '../../api/problem';
import { Button, ButtonLink } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import { notify } from '../../ui/toast';
import styles from './cohort.module.css';
import { useLeaveCohort } from './cohorts.queries';
import { GrantCard } from './grant-card';
import { HandOverButton, JustEnded } from './hand-over';
import { useGrants } from './mentoring.queries';
import { mentoringText } from './mentoring.text';
import { sharingText } from './sharing.text';
import { sharingActsText } from './sharing-acts.text';

const text = mentoringText.cohort;

/** A cohort for who learns in it: who mentors, what of mine they see, and the way out. */
export function MyShare({ cohort, roadmapTitle }: { cohort: Cohort; roadmapTitle: string }) {
  const [isAsking, setAsking] = useState(false);
  const [ended, setEnded] = useState<readonly Grant[]>([]);
  const query = useGrants();
  const end = useLeaveCohort(cohort.id);
  const navigate = useNavigate();
  const grants =
    query.data?.pages.flatMap((page) => page.items).filter((grant) => grant.cohort?.id === cohort.id) ?? [];
  const names = grants.map((grant) => grant.mentor.name);

  function leave() {
    setAsking(false);
    end.mutate(undefined, {
      onSuccess: () => {
        notify({ text: text.left(cohort.name) });
        navigate('/mentoring');
      },
      onError: (error) => notify({ text: sharingText.grants.notChanged(sentenceFor(error)), tone: 'alarm' }),
    });
  }

  return (
    <>
      <p className={styles.lead}>
        {text.theyMentor(
          cohort.mentors.map((mentor) => mentor.name),
          roadmapTitle,
        )}
      </p>
      <section className={styles.section}>
        <h2>{text.share}</h2>
        {query.isPending && <Skeleton lines={3} height={40} />}
        {query.isError && (
          <LoadFailed title={sharingText.grants.loadFailed} error={query.error} onRetry={() => query.refetch()} />
        )}
        {query.isSuccess && grants.length === 0 && (
          <>
            <p>{text.shareNothing}</p>
            <ButtonLink to="/cohorts/join">{mentoringText.cohorts.join}</ButtonLink>
          </>
        )}
        <JustEnded grants={ended} />
        <ul className={styles.grants}>
          {grants.map((grant) => (
            <GrantCard
              key={grant.id}
              grant={grant}
              roadmapTitle={roadmapTitle}
              onEnded={grants.length > 1 ? (each) => setEnded((before) => [...before, each]) : undefined}
            />
          ))}
        </ul>
        {grants.length > 0 && (
          <Button variant="danger" busy={end.isPending} onClick={() => setAsking(true)}>
            {text.leave}
          </Button>
        )}
      </section>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={text.leaveTitle(cohort.name)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{text.leaveKeep}</Button>
            <Button variant="danger" onClick={leave}>
              {text.leaveConfirm}
            </Button>
          </>
        }
      >
        <div className={layout.stack}>
          <p>{text.leaveText(names)}</p>
          <p>{sharingActsText.handOver.offer}</p>
          <div className={layout.row}>
            {grants.map((grant) => (
              <HandOverButton key={grant.id} grant={grant} />
            ))}
          </div>
        </div>
      </Dialog>
    </>
  );
}
