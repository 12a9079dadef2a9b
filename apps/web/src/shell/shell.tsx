import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, Outlet, useLocation, useNavigationType } from 'react-router';
import { useSession } from '../api/session';
import { ButtonLink } from '../ui/button';
import { Kbd } from '../ui/kbd';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { PageSkeleton } from '../ui/page-skeleton';
import { Toasts } from '../ui/toast';
import { useKeys } from '../ui/use-keys';
import { AccountMenu } from './account-menu';
import { Expired } from './expired';
import { KeyList, keyName } from './key-list';
import { Logo } from './logo';
import { Sections } from './sections';
import styles from './shell.module.css';
import { shell } from './shell.text';
import { useOnline } from './use-online';

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
  const { status } = useSession();
  const [asks, setAsks] = useState<'find' | 'keys' | null>(null);
  const isMember = status === 'member';
  const online = useOnline();
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
        <Link className={styles.logo} to="/" aria-label={shell.home}>
          <Logo />
          {shell.name}
        </Link>
        {isMember && <Sections at="top" />}
        <div className={styles.end}>
          {status === 'stranger' && <StrangerLinks />}
          {isMember && (
            <button type="button" className={styles.find} onClick={() => setAsks('find')}>
              <Kbd>{keyName('mod+k')}</Kbd>
              {shell.find}
            </button>
          )}
          <AccountMenu onKeys={() => setAsks('keys')} />
        </div>
      </header>
      {!online && (
        <div className={layout.wrap}>
          <Notice tone="info">{shell.offline}</Notice>
        </div>
      )}
      <Expired />
      <main id="main" tabIndex={-1} className={styles.main}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      {isMember && <Sections at="bottom" />}
      <KeyList open={asks === 'keys'} onClose={close} />
      {asks === 'find' && (
        <Suspense fallback={null}>
          <FindDialog onClose={close} />
        </Suspense>
      )}
      <Toasts />
    </div>
  );
}

function StrangerLinks() {
  const { pathname } = useLocation();
  return (
    <>
      <Link className={styles.link} to="/roadmaps">
        {shell.nav.roadmaps}
      </Link>
      {pathname !== '/sign-in' && (
        <Link className={styles.link} to="/sign-in">
          {shell.signIn}
        </Link>
      )}
      {pathname !== '/sign-up' && (
        <ButtonLink variant="main" to="/sign-up">
          {shell.signUp}
        </ButtonLink>
      )}
    </>
  );
}
