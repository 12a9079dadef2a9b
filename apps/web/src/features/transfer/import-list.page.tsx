import type { TopicChange } from '@waymark/contract';
import type { ForeignList } from '@waymark/contract/rules';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { ButtonLink } from '../../ui/button';
import { SelectField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { useEnrolment, useEnrolments, useFollow, useRoadmap } from '../progress/progress.queries';
import { useActs } from '../progress/use-acts';
import { useRoadmaps } from '../roadmaps/list.queries';
import { ListImport } from './list-import';
import { transferText } from './transfer.text';

const text = transferText.list;

/** The lists on one roadmap: they are set as one act, which one undo takes back. */
function OnRoadmap({ list, slug }: { list: ForeignList; slug: string }) {
  const { data: roadmap, error } = useRoadmap(slug);
  const { enrolment, isFollowed, isPending } = useEnrolment(slug);
  const follow = useFollow(slug);
  const acts = useActs(slug);
  const [isTaken, setTaken] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  if (error) return <Notice tone="alarm">{sentenceFor(error)}</Notice>;
  if (!roadmap || isPending) return <Skeleton lines={4} height={44} />;
  const take = async (topics: Record<string, TopicChange>) => {
    setFailure(null);
    try {
      if (!isFollowed) await follow.mutateAsync();
      acts.make({ topics }, text.words(Object.keys(topics).length));
      setTaken(true);
    } catch (reason) {
      setFailure(reason);
    }
  };
  return (
    <>
      {failure ? <Notice tone="alarm">{sentenceFor(failure)}</Notice> : null}
      {isTaken && (
        <Notice tone="good" action={<ButtonLink to={`/roadmaps/${slug}`}>{text.open(roadmap.title)}</ButtonLink>}>
          {text.taken}
        </Notice>
      )}
      <ListImport
        list={list}
        roadmap={roadmap}
        topics={enrolment?.topics ?? {}}
        busy={follow.isPending}
        onTake={(topics) => void take(topics)}
      />
    </>
  );
}

/** Another tracker's lists, and the roadmap that they are taken to: the first one that is followed, unless another is chosen. */
export function ImportList({ list }: { list: ForeignList }) {
  const { data: roadmaps, error } = useRoadmaps();
  const mine = useEnrolments();
  const [chosen, setChosen] = useState<string | null>(null);
  if (error) return <Notice tone="alarm">{sentenceFor(error)}</Notice>;
  if (!roadmaps || mine.isPending) return <Skeleton lines={4} height={44} />;
  const slug = chosen ?? mine.data?.items[0]?.roadmap ?? roadmaps.items[0]?.slug;
  const options = roadmaps.items.map((each) => ({ value: each.slug, label: each.title }));
  return (
    <div className={layout.stack}>
      <h2>{text.title}</h2>
      {options.length > 1 && slug && (
        <SelectField label={text.roadmap} value={slug} onChange={setChosen} options={options} />
      )}
      {slug && <OnRoadmap key={slug} list={list} slug={slug} />}
    </div>
  );
}
