import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, Outlet, useLocation, useNavigationType } from 'react-router';
import { useInstance, useLook } from '../api/instance';
import { useSession } from '../api/session';
import { ButtonLink } from '../ui/button';
import { Kbd } from '../ui/kbd';
import { PageSkeleton } from '../ui/page-skeleton';
import { Toasts } from '../ui/toast';
import { useKeys } from '../ui/use-keys';
import { AccountMenu } from './account-menu';
import { keyName } from './key-name';
import { Logo } from './logo';
import { Sections } from './sections';
import styles from './shell.module.css';
import { shell } from './shell.text';

const Alongside = lazy(async () => ({ default: (await import('./alongside')).Alongside }));
// What few ever open is fetched when they do: the first load is for everybody.
const Expired = lazy(async () => ({ default: (await import('./expired')).Expired }));
const KeyList = lazy(async () => ({ default: (await import('./key-list')).KeyList }));
const FindDialog = lazy(async () => ({ default: (await import('./find-dialog')).FindDialog }));

/** A topic opened beside its map is no new page: the map keeps its scroll. */
const pageOf = (pathname: string) => pathname.replace(/^(\/roadmaps\/[^/]+)\/(topics|choices)\/.*/, '$1');

function useScrollToTop(): void {
  const page = pageOf(useLocation().pathname);
  const isBack = useNavigationType() === 'POP';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is the reason, how one came there is not
  useEffect(() => {
    if (!isBack) scrollTo(0, 0);
  }, [page]);
}

/** What stands around every page. */
export function Shell() {
  const { status, account, expired } = useSession();
  const { name } = useLook();
  const [asks, setAsks] = useState<'find' | 'keys' | null>(null);
  const isMember = status === 'member';
  // Before the second factor that the owner requires, none of the sections is open.
  const hasSections = isMember && !account?.needsTwoFactor;
  useScrollToTop();
  useKeys(
    {
      'mod+k': { text: shell.keyList.find, run: () => setAsks('find') },
      '?': { text: shell.keyList.list, run: () => setAsks('keys') },
    },
    { group: shell.keyList.everywhere },
  );
  const close = () => setAsks(null);
  return (
    <div className={isMember ? styles.member : styles.stranger}>
      <a className={styles.skip} href="#main">
        {shell.skip}
      </a>
      <header className={styles.bar}>
        <Link className={styles.logo} to="/" aria-label={shell.home(name)}>
          <Logo />
          <span>{name}</span>
        </Link>
        {hasSections && <Sections at="top" />}
        <div className={styles.end}>
          {status === 'stranger' && <StrangerLinks />}
          {hasSections && (
            <button type="button" className={styles.find} onClick={() => setAsks('find')}>
              <Kbd>{keyName('mod+k')}</Kbd>
              {shell.find}
            </button>
          )}
          {hasSections && <span id="bell" className={styles.bell} />}
          <AccountMenu onKeys={() => setAsks('keys')} />
        </div>
      </header>
      {expired && (
        <Suspense fallback={null}>
          <Expired />
        </Suspense>
      )}
      <main id="main" tabIndex={-1} className={styles.main}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      {hasSections && <Sections at="bottom" />}
      {asks && (
        <Suspense fallback={null}>
          {asks === 'find' ? <FindDialog onClose={close} /> : <KeyList onClose={close} />}
        </Suspense>
      )}
      {isMember && account && (
        <Suspense fallback={null}>
          <Alongside account={account.id} />
        </Suspense>
      )}
      <Toasts />
    </div>
  );
}

/** Where one was going: said in the address already, or a page that one would come back to. */
function nextOf({ pathname, search }: { pathname: string; search: string }): string {
  const next = new URLSearchParams(search).get('next') ?? (/^\/(claim|roadmaps|u)\//.test(pathname) ? pathname : null);
  return next ? `?next=${encodeURIComponent(next)}` : '';
}

function StrangerLinks() {
  const location = useLocation();
  const { pathname } = location;
  const next = nextOf(location);
  const isByInvitation = useInstance()?.signUp.who === 'invited';
  return (
    <>
      <Link className={styles.link} to="/roadmaps">
        {shell.nav.roadmaps}
      </Link>
      {pathname !== '/sign-in' && (
        <Link className={styles.link} to={`/sign-in${next}`}>
          {shell.signIn}
        </Link>
      )}
      {pathname !== '/sign-up' && !isByInvitation && (
        <ButtonLink variant="main" to={`/sign-up${next}`}>
          {shell.signUp}
        </ButtonLink>
      )}
    </>
  );
}
