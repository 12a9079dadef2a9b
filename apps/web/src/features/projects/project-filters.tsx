import type { Roadmap } from '@waymark/contract';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import { Segmented } from '../../ui/segmented';
import { type Filters, reviewStates, visibilities } from './filter-projects';
import { listText as text } from './list.text';
import styles from './project-filters.module.css';
import type { KnownTopic } from './topic-list';

export type View = 'list' | 'board';

interface Props {
  filters: Filters;
  view: View;
  roadmaps: readonly Pick<Roadmap, 'slug' | 'title'>[];
  /** Those that some project covers. */
  topics: readonly Pick<KnownTopic, 'key' | 'title'>[];
  set: (changes: Record<string, string>) => void;
}

const all = { value: 'all', label: text.any };

/** What is shown, all of it kept in the address: a filter can be sent, and is there when one comes back. */
export function ProjectFilters({ filters, view, roadmaps, topics, set }: Props) {
  const { review, visibility, roadmap, topic, words, isArchive } = filters;
  return (
    <search className={styles.filters} aria-label={text.filters}>
      <TextField label={text.words} type="search" value={words} onChange={(q) => set({ q })} />
      <SelectField
        label={text.review}
        value={review as string}
        onChange={(next) => set({ review: next })}
        options={[all, ...reviewStates.map((value) => ({ value: value as string, label: text.reviews[value] }))]}
      />
      <SelectField
        label={text.visibility}
        value={visibility as string}
        onChange={(next) => set({ visibility: next })}
        options={[all, ...visibilities.map((value) => ({ value: value as string, label: text.visibilities[value] }))]}
      />
      <SelectField
        label={text.roadmap}
        value={roadmap}
        onChange={(next) => set({ roadmap: next })}
        options={[all, ...roadmaps.map(({ slug, title }) => ({ value: slug, label: title }))]}
      />
      <SelectField
        label={text.topic}
        value={topic || 'all'}
        onChange={(next) => set({ topic: next })}
        options={[all, ...topics.map(({ key, title }) => ({ value: key, label: title }))]}
      />
      <CheckField label={text.archive} checked={isArchive} onChange={(isOn) => set({ archive: isOn ? '1' : '' })} />
      <Segmented
        label={text.view}
        value={view}
        onChange={(next) => set({ view: next === 'list' ? '' : next })}
        options={[
          { value: 'list', label: text.views.list },
          { value: 'board', label: text.views.board },
        ]}
      />
    </search>
  );
}
