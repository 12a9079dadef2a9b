import { lazy } from 'react';
import { Outlet, Route, Routes, useLocation } from 'react-router';
import { useSession } from './api/session';
import { Guarded } from './features/instance/guarded';
import { Unreachable } from './features/instance/unreachable';
import { page } from './page';
import { Shell } from './shell/shell';
import { PageSkeleton } from './ui/page-skeleton';

const LandingPage = page(() => import('./features/instance/landing.page'), 'LandingPage');
const SignUpPage = page(() => import('./features/accounts/sign-up.page'), 'SignUpPage');
const SignInPage = page(() => import('./features/accounts/sign-in.page'), 'SignInPage');
const RoadmapsPage = page(() => import('./features/roadmaps/roadmaps.page'), 'RoadmapsPage');
const RoadmapPage = page(() => import('./features/roadmaps/roadmap.page'), 'RoadmapPage');
const PublicPagePage = page(() => import('./features/public-pages/public-page.page'), 'PublicPagePage');
const loadMore = () => import('./more-routes');
const MoreRoutes = page(loadMore, 'MoreRoutes');
// Of members alone, so their scripts have no name here either.
const HomePage = lazy(async () => ({ default: await (await loadMore()).loadHome() }));
const SecondFactorFirstPage = lazy(async () => ({ default: await (await loadMore()).loadSecondFactorFirst() }));

function FrontPage() {
  const { status } = useSession();
  if (status === 'unknown') return <PageSkeleton />;
  return status === 'member' ? <HomePage /> : <LandingPage />;
}

/** Pages that a letter or a provider leads to: they ask nothing of who opens them, and work for everybody. */
const fromLetters =
  /^\/(sign-in\/callback|reset|verify|confirm-email|undo-email|keep|unsubscribe|forgot|mailbox)(\/|$)/;

function KnownOnly() {
  const { status, failure, account } = useSession();
  const { pathname } = useLocation();
  if (failure) return <Unreachable failure={failure} />;
  if (account?.needsTwoFactor && !fromLetters.test(pathname)) return <SecondFactorFirstPage />;
  return status === 'unknown' ? <PageSkeleton /> : <Outlet />;
}

export function AppRoutes() {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route element={<Guarded />}>
          <Route element={<KnownOnly />}>
            <Route index element={<FrontPage />} />
            <Route path="sign-up" element={<SignUpPage />} />
            <Route path="sign-in" element={<SignInPage />} />
            <Route path="roadmaps" element={<RoadmapsPage />} />
            <Route path="roadmaps/:slug" element={<RoadmapPage />}>
              <Route path="topics/:topicId" element={null} />
              <Route path="choices/:choiceId" element={null} />
            </Route>
            <Route path="u/:handle" element={<PublicPagePage />} />
            <Route path="*" element={<MoreRoutes />} />
          </Route>
        </Route>
      </Route>
    </Routes>
  );
}
