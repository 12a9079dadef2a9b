import type { PublicPage } from '@waymark/contract';
import { useParams } from 'react-router';
import { call } from '../../api/call';
import { useReading } from '../../api/use-reading';
import { ButtonLink } from '../../ui/button';
import { Calendar } from '../home/calendar';
import { calendarWeeks } from '../home/calendar-weeks';
import { OpenPage } from '../instance/open-page';
import { PublicPageView } from './public-page-view';
import { publicText as text } from './public-pages.text';

const missing = {
  title: text.missing.title,
  text: text.missing.text,
  ways: (
    <>
      <ButtonLink variant="main" to="/">
        {text.missing.home}
      </ButtonLink>
      <ButtonLink to="/roadmaps">{text.missing.roadmaps}</ButtonLink>
    </>
  ),
};

function Shown({ page }: { page: PublicPage }) {
  const { calendar } = page;
  const drawing = calendar && <Calendar weeks={calendarWeeks(calendar.days, calendar.to)} today="" />;
  return <PublicPageView page={page} drawing={drawing} />;
}

export function PublicPagePage() {
  const { handle = '' } = useParams();
  const reading = useReading((signal) => call('readPublicPage', { params: { handle }, signal }), handle);
  return (
    <OpenPage reading={reading} failed={text.failed} missing={missing}>
      {(page) => <Shown page={page} />}
    </OpenPage>
  );
}
