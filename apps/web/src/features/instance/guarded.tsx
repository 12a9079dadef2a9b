import { Outlet, useLocation } from 'react-router';
import { Button, ButtonLink } from '../../ui/button';
import { ErrorBoundary } from '../../ui/error-boundary';
import { instance } from './instance.text';
import { Lost } from './lost';

const text = instance.error;

/** After a deployment the old page's scripts are gone: asking for one fails, and only a reload helps. */
function isMissingScript(error: unknown): boolean {
  return error instanceof TypeError && /import|module|fetch/i.test(error.message);
}

/** Whatever a page throws, what stands around it stays, and there is a way on. */
export function Guarded() {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary
      resetKey={pathname}
      fallback={(error, retry) => {
        const missing = isMissingScript(error);
        return (
          <Lost title={text.title} text={missing ? text.newer : text.text}>
            <Button variant="main" onClick={missing ? () => location.reload() : retry}>
              {missing ? text.reload : text.retry}
            </Button>
            <ButtonLink to="/">{text.home}</ButtonLink>
          </Lost>
        );
      }}
    >
      <Outlet />
    </ErrorBoundary>
  );
}
