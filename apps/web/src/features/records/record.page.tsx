import { Link, useParams } from 'react-router';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { useReading } from '../../api/use-reading';
import { everyPage } from '../../text/every-page.text';
import { Button, ButtonLink } from '../../ui/button';
import { TextArea } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { PageSkeleton } from '../../ui/page-skeleton';
import { Lost } from '../instance/lost';
import { RecordFactsView } from './record-facts';
import { recordsText } from './records.text';

const text = recordsText.record;

/** The signed text itself, to take along. */
function Signed({ signed, name }: { signed: string; name: string }) {
  return (
    <section className={layout.stack} aria-labelledby="record-itself">
      <h2 id="record-itself">{text.take}</h2>
      <p>{text.takeHint}</p>
      <TextArea label={text.take} hideLabel readOnly spellCheck={false} value={signed} onChange={() => {}} />
      <div className={layout.row}>
        <a download={`${name}.jwt`} href={`data:application/jwt,${encodeURIComponent(signed)}`}>
          {text.download}
        </a>
        <a href="/api/records/keys">{text.keys}</a>
        <Link to="/records">{text.check}</Link>
      </div>
    </section>
  );
}

/** A record, for whoever has its address. */
export function RecordPage() {
  const { key = '' } = useParams();
  const { retry, ...reading } = useReading((signal) => call('readRecord', { params: { key }, signal }), key);
  if (reading.status === 'loading') return <PageSkeleton />;
  if (reading.status === 'missing') {
    return (
      <Lost title={text.missing.title} text={text.missing.text}>
        <ButtonLink variant="main" to="/records">
          {text.missing.act}
        </ButtonLink>
      </Lost>
    );
  }
  if (reading.status === 'failed') {
    return (
      <Lost title={text.failed} text={sentenceFor(reading.failure)}>
        <Button variant="main" onClick={retry}>
          {everyPage.retry}
        </Button>
      </Lost>
    );
  }
  const { facts, signed } = reading.answer;
  return (
    <article className={layout.wrap}>
      <PageHead
        title={facts ? text.title(facts.learner, facts.roadmap) : text.eyebrow}
        eyebrow={facts && text.eyebrow}
      />
      <div className={layout.stack}>
        {facts ? (
          <>
            <Notice tone="good">{text.isValid}</Notice>
            <RecordFactsView facts={facts} />
            <Signed signed={signed} name={`waymark-record-${key.slice(0, 8)}`} />
          </>
        ) : (
          <Notice tone="info">{text.withdrawn}</Notice>
        )}
      </div>
    </article>
  );
}
