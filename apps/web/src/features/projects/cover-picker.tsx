import type { Cover } from '@waymark/contract';
import { useRef } from 'react';
import { ButtonLink } from '../../ui/button';
import { TextField } from '../../ui/fields';
import { Mark } from '../../ui/mark';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import styles from './cover-picker.module.css';
import { projectsText } from './projects.text';
import { keyOf } from './proof-outlook';
import { TopicCombobox } from './topic-combobox';
import { type KnownTopic, titleOf } from './topic-list';

const text = projectsText.topics;

interface Props {
  covers: readonly Cover[];
  topics: readonly KnownTopic[];
  isPending: boolean;
  isError: boolean;
  issues: Record<string, string>;
  onChange: (change: (covers: readonly Cover[]) => Cover[]) => void;
}

/** The topics that a project covers, each with its mark and one line on where; and a field to add more. */
export function CoverPicker({ covers, topics, isPending, isError, issues, onChange }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const covered = new Set(covers.map(keyOf));

  function add({ roadmap, topicId }: KnownTopic) {
    onChange((before) => [...before, { roadmap, topicId, where: '' }]);
  }

  function remove(cover: Cover) {
    onChange((before) => before.filter((each) => keyOf(each) !== keyOf(cover)));
    list.current?.querySelector<HTMLInputElement>('[role="combobox"]')?.focus();
    const undo = () => onChange((now) => [...now.filter((each) => keyOf(each) !== keyOf(cover)), cover]);
    notify({ text: text.removed(titleOf(topics, cover)), action: { label: text.undo, run: undo } });
  }

  function setWhere(cover: Cover, where: string) {
    onChange((before) => before.map((each) => (keyOf(each) === keyOf(cover) ? { ...each, where } : each)));
  }

  return (
    <div ref={list} className={styles.picker}>
      {isError && <Notice tone="alarm">{text.failed}</Notice>}
      {!isPending && !isError && topics.length === 0 ? (
        <Notice tone="info" action={<ButtonLink to="/roadmaps">{text.toRoadmaps}</ButtonLink>}>
          {text.noRoadmaps}
        </Notice>
      ) : (
        <TopicCombobox topics={topics.filter((topic) => !covered.has(topic.key))} onPick={add} />
      )}
      {covers.length === 0 ? (
        <p className={styles.empty}>{text.empty}</p>
      ) : (
        <ul className={styles.covers}>
          {covers.map((cover, place) => {
            const topic = topics.find((each) => each.key === keyOf(cover));
            const title = titleOf(topics, cover);
            return (
              <li key={keyOf(cover)}>
                <Mark kind={topic?.mark ?? 'not_started'} />
                <b>{title}</b>
                <button type="button" aria-label={text.remove(title)} onClick={() => remove(cover)}>
                  {text.removeShort}
                </button>
                <fieldset className={styles.where} aria-label={title}>
                  <TextField
                    label={text.where}
                    hideLabel
                    placeholder={text.wherePlaceholder}
                    value={cover.where}
                    onChange={(where) => setWhere(cover, where)}
                    error={issues[`covers.${place}.where`] ?? issues[`covers.${place}.topicId`]}
                  />
                </fieldset>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
