import type { LearnerDashboard, Roadmap } from '@waymark/contract';
import { Timestamp } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { mentoringText } from './mentoring.text';
import { changesSince } from './since-last-look';

const text = mentoringText;

interface SinceProps {
  dashboard: LearnerDashboard;
  roadmap: Roadmap | undefined;
}

export function SinceLastLook({ dashboard, roadmap }: SinceProps) {
  const { lastViewedAt } = dashboard;
  if (lastViewedAt === null) return <Notice tone="info">{text.look.first}</Notice>;
  const changes = roadmap ? changesSince(dashboard, lastViewedAt, roadmap) : [];
  if (changes.length === 0) {
    return (
      <Notice tone="info">
        {text.look.nothing}, <Timestamp at={lastViewedAt} />.
      </Notice>
    );
  }
  return (
    <Notice
      tone="info"
      title={
        <>
          {text.look.title}, <Timestamp at={lastViewedAt} />
        </>
      }
    >
      {changes.join(' ')}
    </Notice>
  );
}
