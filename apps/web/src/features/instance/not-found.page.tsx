import { ButtonLink } from '../../ui/button';
import { instance } from './instance.text';
import { Lost } from './lost';

const text = instance.notFound;

export function NotFoundPage() {
  return (
    <Lost title={text.title} text={text.text}>
      <ButtonLink variant="main" to="/">
        {text.home}
      </ButtonLink>
      <ButtonLink to="/roadmaps">{text.roadmaps}</ButtonLink>
    </Lost>
  );
}
