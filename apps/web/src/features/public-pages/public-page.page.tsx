import { useParams } from 'react-router';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { useReading } from '../../api/use-reading';
import { everyPage } from '../../text/every-page.text';
import { Button, ButtonLink } from '../../ui/button';
import { PageSkeleton } from '../../ui/page-skeleton';
import { Calendar } from '../home/calendar';
import { calendarWeeks } from '../home/calendar-weeks';
import { Lost } from '../instance/lost';
import { PublicPageView } from './public-page-view';
import { publicText as text } from './public-pages.text';

function Missing() {
  return (
    <Lost title={text.missing.title} text={text.missing.text}>
      <ButtonLink variant="main" to="/">
        {text.missing.home}
      </ButtonLink>
      <ButtonLink to="/roadmaps">{text.missing.roadmaps}</ButtonLink>
    </Lost>
  );
}

export function PublicPagePage() {
  const { handle = '' } = useParams();
  const { retry, ...reading } = useReading((signal) => call('readPublicPage', { params: { handle }, signal }), handle);
  if (reading.status === 'loading') return <PageSkeleton />;
  if (reading.status === 'missing') return <Missing />;
  if (reading.status === 'failed') {
    return (
      <Lost title={text.failed} text={sentenceFor(reading.failure)}>
        <Button variant="main" onClick={retry}>
          {everyPage.retry}
        </Button>
      </Lost>
    );
  }
  const { calendar } = reading.answer;
  const drawing = calendar && <Calendar weeks={calendarWeeks(calendar.days, calendar.to)} today="" />;
  return <PublicPageView page={reading.answer} drawing={drawing} />;
}
