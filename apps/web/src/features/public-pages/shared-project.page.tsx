import { useParams } from 'react-router';
import { call } from '../../api/call';
import { useReading } from '../../api/use-reading';
import { ButtonLink } from '../../ui/button';
import { OpenPage } from '../instance/open-page';
import { publicText } from './public-pages.text';
import { sharedText as text } from './shared-project.text';
import { SharedProjectView } from './shared-project-view';

const missing = {
  ...text.missing,
  ways: (
    <ButtonLink variant="main" to="/">
      {publicText.missing.home}
    </ButtonLink>
  ),
};

/** A project for whoever has the address of its page. */
export function SharedProjectPage() {
  const { key = '' } = useParams();
  const reading = useReading((signal) => call('readProjectPage', { params: { key }, signal }), key);
  return (
    <OpenPage reading={reading} failed={text.failed} missing={missing}>
      {(project) => <SharedProjectView project={project} />}
    </OpenPage>
  );
}
