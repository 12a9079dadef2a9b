import type { Meeting, MeetingAction, MeetingRole, Roadmap } from '@waymark/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/fields';
import styles from './meetings.module.css';
import { meetingsText } from './meetings.text';

const text = meetingsText.actions;
const blank = { what: '', who: 'learner' as MeetingRole, topicId: '', projectId: '', day: '' };

interface Props {
  meeting: Meeting;
  roadmap: Roadmap | undefined;
  onAgree: (action: Omit<MeetingAction, 'id'>) => Promise<unknown>;
}

/** One more thing that is agreed. What was typed stays until it is kept. */
export function AgreeOnIt({ meeting, roadmap, onAgree }: Props) {
  const [typed, setTyped] = useState(blank);
  const [error, setError] = useState<string>();
  const set = (part: Partial<typeof blank>) => setTyped({ ...typed, ...part });
  async function agree(event: FormEvent) {
    event.preventDefault();
    if (!typed.what.trim()) return setError(text.blank);
    setError(undefined);
    const { who, topicId, projectId, day } = typed;
    const about = { topicId: topicId || null, projectId: projectId || null };
    const action = { what: typed.what.trim(), who, ...about, day: day || null, isDone: false };
    await onAgree(action).then(
      () => setTyped(blank),
      () => undefined,
    );
  }
  const people = (['learner', 'mentor'] as const).map((who) => ({
    value: who,
    label: meeting[who].name || meetingsText.sheet.formerMember,
  }));
  const topics = (roadmap?.topics ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const projects = meeting.projects.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <form className={styles.agree} onSubmit={(event) => void agree(event)}>
      <TextField
        label={text.what}
        value={typed.what}
        onChange={(what) => set({ what })}
        error={error}
        maxLength={300}
      />
      <SelectField label={text.who} value={typed.who} onChange={(who) => set({ who })} options={people} />
      <SelectField
        label={text.topic}
        value={typed.topicId}
        onChange={(topicId) => set({ topicId })}
        options={[{ value: '', label: text.noTopic }, ...topics]}
      />
      {meeting.projects.length > 0 && (
        <SelectField
          label={text.project}
          value={typed.projectId}
          onChange={(projectId) => set({ projectId })}
          options={[{ value: '', label: text.noProject }, ...projects]}
        />
      )}
      <TextField label={text.day} type="date" value={typed.day} onChange={(day) => set({ day })} />
      <Button type="submit">{text.add}</Button>
    </form>
  );
}
