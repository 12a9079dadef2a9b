import type { Suggestion } from '@waymark/contract';
import { useState } from 'react';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { notify } from '../../ui/toast';
import { SuggestForm } from './suggest-form';
import { SuggestionActs, SuggestionWords } from './suggestion-row';
import styles from './talk.module.css';
import { type TalkPlace, useTalkRefresh, useTopicSuggestions } from './talk.queries';
import { talkText } from './talk.text';

const text = talkText.suggestion;

function Withdraw({ suggestion, place }: { suggestion: Suggestion; place: TalkPlace }) {
  const refresh = useTalkRefresh();
  async function withdraw(): Promise<void> {
    const params = { id: place.learnerId, slug: place.slug, suggestionId: suggestion.id };
    await call('withdrawSuggestion', { params }).catch((failure) =>
      notify({ tone: 'alarm', text: sentenceFor(failure) }),
    );
    await refresh();
  }
  const label = text.withdrawOf(suggestion.words || suggestion.url || suggestion.title);
  return (
    <div>
      <Button variant="quiet" aria-label={label} onClick={() => void withdraw()}>
        {text.withdraw}
      </Button>
    </div>
  );
}

/** What was suggested for one topic, and what became of it; a mentor adds to it. */
export function SuggestionList({ place, myId }: { place: TalkPlace; myId: string | undefined }) {
  const [isMaking, setMaking] = useState(false);
  const suggestions = useTopicSuggestions(place).data?.items ?? [];
  return (
    <>
      {suggestions.length > 0 && (
        <ul className={styles.list}>
          {suggestions.map((each) => (
            <li key={each.id} className={each.answer ? styles.done : styles.help}>
              <SuggestionWords suggestion={each} />
              {!each.answer && place.isMine && <SuggestionActs suggestion={each} />}
              {!each.answer && !place.isMine && each.by?.id === myId && <Withdraw suggestion={each} place={place} />}
            </li>
          ))}
        </ul>
      )}
      {!place.isMine &&
        (isMaking ? (
          <SuggestForm place={place} onClose={() => setMaking(false)} />
        ) : (
          <div>
            <Button onClick={() => setMaking(true)}>{text.make}</Button>
          </div>
        ))}
    </>
  );
}
