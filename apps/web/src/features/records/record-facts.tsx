import type { RecordFacts } from '@waymark/contract';
import { WholeDay } from '../../ui/dates';
import { Mark } from '../../ui/mark';
import styles from './records.module.css';
import { recordsText } from './records.text';

const text = recordsText.record;

function Topic({ topic }: { topic: RecordFacts['topics'][number] }) {
  const { title, project, url, revision, commit, confirmedAt, reviewer } = topic;
  return (
    <li>
      <Mark kind="confirmed" size={20} label={null} />
      <div>
        <strong>{title}</strong>
        <p>
          {text.in}{' '}
          {url ? (
            <a href={url} rel="noopener noreferrer nofollow ugc" target="_blank">
              {project}
            </a>
          ) : (
            project
          )}
          , {text.revision(revision)}
          {commit && <code title={commit}> {commit.slice(0, 10)}</code>}
        </p>
        <p>
          {text.by(reviewer)}, <WholeDay at={confirmedAt} />
        </p>
      </div>
    </li>
  );
}

/** What a record says, in words. */
export function RecordFactsView({ facts }: { facts: RecordFacts }) {
  const { issuer, issuedAt, topics } = facts;
  return (
    <>
      <p>
        {text.signedBy} <a href={issuer.url}>{issuer.name}</a> {text.on} <WholeDay at={issuedAt} />.
      </p>
      <h2>{text.confirmedTopics}</h2>
      <ul className={styles.topics}>
        {topics.map((topic) => (
          <Topic key={topic.title} topic={topic} />
        ))}
      </ul>
    </>
  );
}
