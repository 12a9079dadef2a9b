import type { Roadmap } from '@waymark/contract';
import type { ForeignMatch } from '@waymark/contract/rules';
import { memo } from 'react';
import styles from './transfer.module.css';
import { transferText } from './transfer.text';

const text = transferText.list;

function Topics({ roadmap }: { roadmap: Roadmap }) {
  const titles = new Map(roadmap.topics.map(({ id, title }) => [id, title]));
  const options = new Map(roadmap.choices.map((choice) => [choice.id, choice.options]));
  return roadmap.stages.map((stage) => (
    <optgroup key={stage.id} label={stage.title}>
      {stage.sections
        .flatMap(({ items }) => items.flatMap((item) => options.get(item) ?? [item]))
        .map((id) => (
          <option key={id} value={id}>
            {titles.get(id) ?? id}
          </option>
        ))}
    </optgroup>
  ));
}

interface RowProps {
  match: ForeignMatch;
  roadmap: Roadmap;
  onMatch: (id: string, topicId: string | null) => void;
}

/** A sheet may have hundreds of them, each with every topic: a change redraws its own row alone. */
const Row = memo(function Row({ match: { id, state, topicId }, roadmap, onMatch }: RowProps) {
  return (
    <tr className={topicId === null ? styles.open : undefined}>
      <th scope="row">
        <code>{id}</code>
      </th>
      <td>{transferText.states[state]}</td>
      <td>
        <select
          aria-label={text.topicFor(id)}
          className={styles.select}
          value={topicId ?? ''}
          onChange={(event) => onMatch(id, event.target.value || null)}
        >
          <option value="">{text.leaveOut}</option>
          <Topics roadmap={roadmap} />
        </select>
      </td>
    </tr>
  );
});

/** Each name of the file with the topic that it means here; what has none comes first. */
export function MappingSheet({ matches, ...rest }: Omit<RowProps, 'match'> & { matches: readonly ForeignMatch[] }) {
  return (
    <table className={styles.sheet}>
      <thead>
        <tr>
          <th scope="col">{text.theirs}</th>
          <th scope="col">{text.state}</th>
          <th scope="col">{text.ours}</th>
        </tr>
      </thead>
      <tbody>
        {matches.map((match) => (
          <Row key={match.id} match={match} {...rest} />
        ))}
      </tbody>
    </table>
  );
}
