import type { RecordCard } from '@waymark/contract';
import { Link } from 'react-router';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import styles from './records.module.css';
import { useWithdraw } from './records.queries';
import { recordsText as text } from './records.text';

/** Every record that was ever signed for this learner, the newest first. */
export function RecordList({ records }: { records: readonly RecordCard[] }) {
  const withdraw = useWithdraw();
  const take = (key: string) =>
    withdraw.mutate(key, { onSuccess: () => notify({ text: text.withdrawnNow, tone: 'good' }) });
  return (
    <section className={layout.stack} aria-labelledby="records-yours">
      <h2 id="records-yours">{text.yours}</h2>
      {withdraw.isError && <Notice tone="alarm">{sentenceFor(withdraw.error)}</Notice>}
      {records.length === 0 && <p>{text.none}</p>}
      <ul className={styles.list}>
        {records.map(({ key, title, topics, issuedAt, withdrawnAt }) => (
          <li key={key}>
            <div>
              <strong>{title}</strong>
              <p>
                {text.topics(topics)}, <Timestamp at={issuedAt} />
                {withdrawnAt && ` · ${text.withdrawn}`}
              </p>
            </div>
            {!withdrawnAt && (
              <div className={layout.row}>
                <Link to={`/records/${key}`} aria-label={text.open(title)}>
                  {text.openShort}
                </Link>
                <Button
                  variant="danger"
                  busy={withdraw.isPending && withdraw.variables === key}
                  aria-label={text.withdrawOf(title)}
                  onClick={() => take(key)}
                >
                  {text.withdraw}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
