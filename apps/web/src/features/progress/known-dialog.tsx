import type { Enrolment, Roadmap, Topic, TopicChange } from '@waymark/contract';
import { type FormEvent, useId, useState } from 'react';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { CheckField, TextField } from '../../ui/fields';
import { planText } from './plan.text';
import styles from './plan-page.module.css';
import { useActs } from './use-acts';

const text = planText.known;

interface KnownDialogProps {
  roadmap: Roadmap;
  enrolment: Enrolment;
  onClose: () => void;
}

/** The stage's topics in walking order, a choice's options where the choice stands. */
function topicsOf(roadmap: Roadmap, stage: Roadmap['stages'][number]): Topic[] {
  const ids = stage.sections.flatMap(({ items }) =>
    items.flatMap((id) => roadmap.choices.find((choice) => choice.id === id)?.options ?? [id]),
  );
  return ids.flatMap((id) => roadmap.topics.find((topic) => topic.id === id) ?? []);
}

/** What was known before day one: a list of check boxes by stage, to be found by typing. One save, one undo. */
export function KnownDialog({ roadmap, enrolment, onClose }: KnownDialogProps) {
  const acts = useActs(roadmap.slug);
  const id = useId();
  const isKnown = (topicId: string) => enrolment.topics[topicId]?.known === true;
  const [known, setKnown] = useState(() => new Set(roadmap.topics.map((topic) => topic.id).filter(isKnown)));
  const [find, setFind] = useState('');

  // What was learned on the way was not known before it.
  const isFree = ({ id: topicId }: Topic) => isKnown(topicId) || enrolment.topics[topicId]?.state !== 'done';
  const isFound = ({ title }: Topic) => title.toLocaleLowerCase().includes(find.trim().toLocaleLowerCase());
  const stages = roadmap.stages
    .map((stage) => ({ stage, topics: topicsOf(roadmap, stage).filter((topic) => isFree(topic) && isFound(topic)) }))
    .filter(({ topics }) => topics.length > 0);

  function set(topics: readonly Topic[], is: boolean): void {
    const next = new Set(known);
    for (const topic of topics) is ? next.add(topic.id) : next.delete(topic.id);
    setKnown(next);
  }

  function save(event: FormEvent): void {
    event.preventDefault();
    const changed = roadmap.topics.filter((topic) => known.has(topic.id) !== isKnown(topic.id));
    const topics = changed.map((topic): [string, TopicChange] => [
      topic.id,
      known.has(topic.id) ? { state: 'done', known: true } : { state: 'not_started' },
    ]);
    if (topics.length > 0) acts.make({ topics: Object.fromEntries(topics) }, text.saved(topics.length));
    onClose();
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={text.title}
      actions={
        <>
          <p className={styles.beside} role="status">
            {text.count(known.size)}
          </p>
          <Button variant="quiet" onClick={onClose}>
            {everyPage.cancel}
          </Button>
          <Button variant="main" type="submit" form={id}>
            {text.save}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{text.lead}</p>
      <form id={id} className={styles.known} onSubmit={save}>
        <TextField
          type="search"
          label={text.find}
          value={find}
          onChange={setFind}
          autoComplete="off"
          // Finding is not yet saving.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        {stages.length === 0 && <p>{text.none}</p>}
        {stages.map(({ stage, topics }) => (
          <fieldset key={stage.id}>
            <legend>{stage.title}</legend>
            {find.trim() === '' && (
              <CheckField
                label={text.stage(stage.title)}
                checked={topics.every((topic) => known.has(topic.id))}
                onChange={(is) => set(topics, is)}
              />
            )}
            <div className={styles.boxes}>
              {topics.map((topic) => (
                <CheckField
                  key={topic.id}
                  label={topic.title}
                  checked={known.has(topic.id)}
                  onChange={(is) => set([topic], is)}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </form>
    </Dialog>
  );
}
