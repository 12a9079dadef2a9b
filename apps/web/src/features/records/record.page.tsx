import type { Answer, Endpoints } from '@waymark/contract';
import { Link, useParams } from 'react-router';
import { call } from '../../api/call';
import { useReading } from '../../api/use-reading';
import { ButtonLink } from '../../ui/button';
import { TextArea } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { OpenPage } from '../instance/open-page';
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

function Shown({ record, name }: { record: Answer<Endpoints['readRecord']>; name: string }) {
  const { facts, signed } = record;
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
            <Signed signed={signed} name={name} />
          </>
        ) : (
          <Notice tone="info">{text.withdrawn}</Notice>
        )}
      </div>
    </article>
  );
}

const missing = {
  title: text.missing.title,
  text: text.missing.text,
  ways: (
    <ButtonLink variant="main" to="/records">
      {text.missing.act}
    </ButtonLink>
  ),
};

/** A record, for whoever has its address. */
export function RecordPage() {
  const { key = '' } = useParams();
  const reading = useReading((signal) => call('readRecord', { params: { key }, signal }), key);
  return (
    <OpenPage reading={reading} failed={text.failed} missing={missing}>
      {(record) => <Shown record={record} name={`waymark-record-${key.slice(0, 8)}`} />}
    </OpenPage>
  );
}
