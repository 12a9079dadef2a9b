import type { Review, Revision } from '@waymark/contract';
import { comparisonOf } from '@waymark/contract/rules';
import { useState } from 'react';
import { SelectField } from '../../ui/fields';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import styles from './review.module.css';
import { reviewPageText } from './review-page.text';
import { reviewsText } from './reviews.text';
import { type RevisionChanges, revisionChanges } from './revision-changes';
import diff from './revision-diff.module.css';
import type { TitleOf } from './titles';
import { useRevision } from './use-revision';

const text = reviewPageText.diff;

function Forge({ from, to }: { from: Revision; to: Revision }) {
  const comparison = comparisonOf(from, to);
  if ('none' in comparison) return <p className={styles.quiet}>{text.noForge[comparison.none]}</p>;
  return (
    <p>
      <a href={comparison.url} target="_blank" rel="noopener noreferrer nofollow ugc">
        {text.forge}
      </a>
    </p>
  );
}

/** One thing before and after, side by side where there is room. */
function Sides({ name, before, after }: { name: string; before: string | null; after: string | null }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={diff.removed}>{before || <i>{text.empty}</i>}</td>
      <td className={diff.added}>{after || <i>{text.empty}</i>}</td>
    </tr>
  );
}

function Changes({ changes, titleOf }: { changes: RevisionChanges; titleOf: TitleOf }) {
  const { fields, covers, writeUp } = changes;
  if (fields.length + covers.length + writeUp.length === 0) return <p>{text.nothing}</p>;
  return (
    <>
      {fields.length + covers.length > 0 && (
        <div className={diff.scroll}>
          <table className={diff.sides}>
            <thead>
              <tr>
                <td />
                <th scope="col">{text.before}</th>
                <th scope="col">{text.after}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ name, before, after }) => (
                <Sides key={name} name={text.fields[name]} before={before} after={after} />
              ))}
              {covers.map(({ roadmap, topicId, before, after }) => (
                <Sides
                  key={`${roadmap}/${topicId}`}
                  name={titleOf(roadmap, topicId)}
                  before={before === null ? null : before || '✓'}
                  after={after === null ? null : after || '✓'}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {writeUp.length > 0 && (
        <>
          <h3>{text.writeUp}</h3>
          <div className={diff.lines}>
            {writeUp.map(({ added, removed, value }, place) => {
              const Tag = added ? 'ins' : removed ? 'del' : 'span';
              // biome-ignore lint/suspicious/noArrayIndexKey: it is drawn anew as a whole
              return <Tag key={place}>{value}</Tag>;
            })}
          </div>
        </>
      )}
    </>
  );
}

interface RevisionDiffProps {
  review: Review;
  titleOf: TitleOf;
}

/** What changed between two revisions of the project, and the way to the code's own changes. */
export function RevisionDiff({ review, titleOf }: RevisionDiffProps) {
  const numbers = review.revisions.map(({ number }) => number);
  const [chosen, setChosen] = useState<{ from?: number; to?: number }>({});
  const to = chosen.to ?? numbers.at(-1) ?? 1;
  const from = chosen.from ?? numbers.at(-2) ?? to;
  const before = useRevision(review.project.id, from);
  const after = useRevision(review.project.id, to);
  if (numbers.length < 2) return null;
  const failed = [before, after].find(({ isError, data }) => isError && !data);
  const options = numbers.map((number) => ({ value: String(number), label: reviewsText.revision(number) }));
  return (
    <section className={styles.section} aria-labelledby="review-diff">
      <h2 id="review-diff">{text.title}</h2>
      <div className={diff.choice}>
        <SelectField
          label={text.fromLabel}
          value={String(from)}
          onChange={(value) => setChosen({ ...chosen, from: Number(value) })}
          options={options}
        />
        <SelectField
          label={text.toLabel}
          value={String(to)}
          onChange={(value) => setChosen({ ...chosen, to: Number(value) })}
          options={options}
        />
      </div>
      {failed && <LoadFailed title={text.loadFailed} error={failed.error} onRetry={() => failed.refetch()} />}
      {!failed && !(before.data && after.data) && <Skeleton lines={3} height={40} />}
      {before.data && after.data && (
        <>
          <Forge from={before.data} to={after.data} />
          <Changes changes={revisionChanges(before.data, after.data)} titleOf={titleOf} />
        </>
      )}
    </section>
  );
}
