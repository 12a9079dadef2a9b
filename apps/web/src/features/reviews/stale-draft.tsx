import type { ReviewDraft } from '@waymark/contract';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { DraftKeeper } from './draft-keeper';
import { reviewPageText } from './review-page.text';
import { reviewsText } from './reviews.text';
import type { DraftWords } from './verdict-draft';
import styles from './verdict-form.module.css';

const text = reviewPageText.draft;
const { levels, decisions } = reviewsText.verdict;

interface StaleDraftProps {
  mine: DraftWords;
  theirs: ReviewDraft;
  keeper: DraftKeeper;
  nameOf: (line: DraftWords['topics'][number] | DraftWords['requirements'][number]) => string;
}

/** Everything that a draft says, one thing a line. */
function asText(
  { decision, text: words, topics, requirements }: DraftWords,
  nameOf: StaleDraftProps['nameOf'],
): string {
  const judged = [...requirements, ...topics]
    .filter(({ verdict, text: why }) => verdict !== null || why !== '')
    .map((line) => `${nameOf(line)}: ${levels[line.verdict ?? 'open']}. ${line.text}`.trim());
  const said = [...judged, words, decision ? decisions[decision] : ''].filter((line) => line.trim() !== '');
  return said.join('\n') || text.nothing;
}

/** Two windows wrote: both are shown whole, and one of them is taken. */
export function StaleDraft({ mine, theirs, keeper, nameOf }: StaleDraftProps) {
  return (
    <Notice
      tone="alarm"
      title={text.stale}
      action={
        <>
          <Button onClick={keeper.takeTheirs}>{text.takeTheirs}</Button>
          <Button onClick={keeper.keepMine}>{text.keepMine}</Button>
        </>
      }
    >
      <p>{text.staleText}</p>
      <dl className={styles.both}>
        <div>
          <dt>{text.there}</dt>
          <dd>{asText(theirs, nameOf)}</dd>
        </div>
        <div>
          <dt>{text.here}</dt>
          <dd>{asText(mine, nameOf)}</dd>
        </div>
      </dl>
    </Notice>
  );
}
