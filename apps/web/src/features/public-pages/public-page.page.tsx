import { useParams } from 'react-router';
import { sentenceFor } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { Button, ButtonLink } from '../../ui/button';
import { PageSkeleton } from '../../ui/page-skeleton';
import { Calendar } from '../home/calendar';
import { calendarWeeks } from '../home/calendar-weeks';
import { Lost } from '../instance/lost';
import { PublicPageView } from './public-page-view';
import { publicText as text } from './public-pages.text';
import { usePublicPage } from './use-public-page';

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
  const { retry, ...reading } = usePublicPage(handle);
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
  const { calendar } = reading.page;
  const drawing = calendar && <Calendar weeks={calendarWeeks(calendar.days, calendar.to)} today="" />;
  return <PublicPageView page={reading.page} drawing={drawing} />;
}
