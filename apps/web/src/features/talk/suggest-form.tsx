import { type SuggestionKind, suggestionIssues } from '@waymark/contract/rules';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/call';
import { ProblemError, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/fields';
import styles from './talk.module.css';
import { type TalkPlace, useTalkRefresh } from './talk.queries';
import { talkText } from './talk.text';
import { useDraft } from './talk-draft';

const text = talkText.suggestion;
const kinds = Object.entries(text.kind).map(([value, label]) => ({ value: value as SuggestionKind, label }));

type Errors = Partial<Record<'url' | 'words', string>>;

/** What the server says of the fields, or of the whole, beside the field that it is about. */
function errorsOf(failure: unknown): Errors {
  const issues = failure instanceof ProblemError ? (failure.errors ?? []) : [];
  const found = Object.fromEntries(issues.map(({ path, message }) => [path, message])) as Errors;
  return found.url || found.words ? found : { words: sentenceFor(failure) };
}

/** A mentor suggests something for a topic. */
export function SuggestForm({ place, onClose }: { place: TalkPlace; onClose: () => void }) {
  const { learnerId, slug, topicId } = place;
  const at = `suggest:${learnerId}/${slug}/${topicId}`;
  const [kind, setKind] = useState<SuggestionKind>('link');
  const [url, typeUrl] = useDraft(`${at}/url`);
  const [words, type] = useDraft(at);
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const refresh = useTalkRefresh();

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const body = { kind, url: kind === 'link' ? url.trim() || null : null, words: words.trim() };
    const [issue] = suggestionIssues(body);
    setErrors(issue ? { [issue.path]: issue.message } : {});
    if (issue || busy) return;
    setBusy(true);
    try {
      await call('suggest', { params: { id: learnerId, slug, topicId }, body });
      typeUrl('');
      type('');
      await refresh();
      onClose();
    } catch (failure) {
      setErrors(errorsOf(failure));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void send(event)}>
      <SelectField label={text.what} value={kind} onChange={setKind} options={kinds} />
      {kind === 'link' && (
        <TextField
          label={text.url}
          hint={text.urlHint}
          type="url"
          inputMode="url"
          value={url}
          error={errors.url}
          onChange={typeUrl}
        />
      )}
      <TextField
        label={kind === 'words' ? text.wordsNeeded : text.words}
        hint={text.never}
        value={words}
        error={errors.words}
        onChange={type}
      />
      <div className={styles.acts}>
        <Button type="submit" variant="main" busy={busy}>
          {text.send}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {talkText.help.cancel}
        </Button>
      </div>
    </form>
  );
}
