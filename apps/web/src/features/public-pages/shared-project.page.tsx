import { useParams } from 'react-router';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { useReading } from '../../api/use-reading';
import { everyPage } from '../../text/every-page.text';
import { Button, ButtonLink } from '../../ui/button';
import { PageSkeleton } from '../../ui/page-skeleton';
import { Lost } from '../instance/lost';
import { publicText } from './public-pages.text';
import { sharedText as text } from './shared-project.text';
import { SharedProjectView } from './shared-project-view';

/** A project for whoever has the address of its page. */
export function SharedProjectPage() {
  const { key = '' } = useParams();
  const { retry, ...reading } = useReading((signal) => call('readProjectPage', { params: { key }, signal }), key);
  if (reading.status === 'loading') return <PageSkeleton />;
  if (reading.status === 'read') return <SharedProjectView project={reading.answer} />;
  if (reading.status === 'missing') {
    return (
      <Lost title={text.missing.title} text={text.missing.text}>
        <ButtonLink variant="main" to="/">
          {publicText.missing.home}
        </ButtonLink>
      </Lost>
    );
  }
  return (
    <Lost title={text.failed} text={sentenceFor(reading.failure)}>
      <Button variant="main" onClick={retry}>
        {everyPage.retry}
      </Button>
    </Lost>
  );
}
