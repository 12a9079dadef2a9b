import { type ComponentType, lazy } from 'react';
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router';
import { useSession } from './api/session';
import { Guarded } from './features/instance/guarded';
import { Unreachable } from './features/instance/unreachable';
import { Shell } from './shell/shell';
import { PageSkeleton } from './ui/page-skeleton';

/** Each page is a script of its own, loaded when it is first opened. */
function page<K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) {
  return lazy(async () => ({ default: (await load())[name] }));
}

type OwnerPages = typeof import('./features/owner/owner-pages').ownerPages;

/** As `page`, by way of the list that only owners load. */
function ownerPage(name: keyof OwnerPages) {
  return lazy(async () => ({ default: await (await import('./features/owner/owner-pages')).ownerPages[name]() }));
}

type MemberPages = typeof import('./member-pages').memberPages;

/** As `page`, by way of the list that only members load. */
function memberPage(name: keyof MemberPages) {
  return lazy(async () => ({ default: await (await import('./member-pages')).memberPages[name]() }));
}

type RarePages = typeof import('./rare-pages').rarePages;

/** As `page`, by way of the list of what few come to first. */
function rarePage(name: keyof RarePages) {
  return lazy(async () => ({ default: await (await import('./rare-pages')).rarePages[name]() }));
}

const LandingPage = page(() => import('./features/instance/landing.page'), 'LandingPage');
const NotFoundPage = page(() => import('./features/instance/not-found.page'), 'NotFoundPage');
const SignUpPage = page(() => import('./features/accounts/sign-up.page'), 'SignUpPage');
const SignInPage = page(() => import('./features/accounts/sign-in.page'), 'SignInPage');
const RoadmapsPage = page(() => import('./features/roadmaps/roadmaps.page'), 'RoadmapsPage');
const RoadmapPage = page(() => import('./features/roadmaps/roadmap.page'), 'RoadmapPage');
const FactsPage = rarePage('FactsPage');
const BriefsPage = rarePage('BriefsPage');
const PublicPagePage = page(() => import('./features/public-pages/public-page.page'), 'PublicPagePage');
const HomePage = memberPage('HomePage');
const SettingsPage = memberPage('SettingsPage');
const ImportPage = memberPage('ImportPage');
const PlanPage = memberPage('PlanPage');
const ProjectsPage = memberPage('ProjectsPage');
const ProjectPage = memberPage('ProjectPage');
const MatrixPage = memberPage('MatrixPage');
const PublicPageSettingsPage = memberPage('PublicPageSettingsPage');
const MentoringPage = memberPage('MentoringPage');
const LearnerPage = memberPage('LearnerPage');
const JoinPage = memberPage('JoinPage');
const NotesPage = memberPage('NotesPage');
const CohortPage = memberPage('CohortPage');
const ProviderCallbackPage = rarePage('ProviderCallbackPage');
const ForgotPage = rarePage('ForgotPage');
const AskVerificationPage = rarePage('AskVerificationPage');
const ResetPage = rarePage('ResetPage');
const VerifyPage = rarePage('VerifyPage');
const ConfirmEmailPage = rarePage('ConfirmEmailPage');
const UndoEmailPage = rarePage('UndoEmailPage');
const KeepPage = rarePage('KeepPage');
const InvitationPage = rarePage('InvitationPage');
const SecondFactorFirstPage = rarePage('SecondFactorFirstPage');
const MailboxPage = rarePage('MailboxPage');
const ClaimPage = ownerPage('ClaimPage');
const OwnerPage = ownerPage('OwnerPage');
const MembersPage = ownerPage('MembersPage');
const MemberPage = ownerPage('MemberPage');
const InvitationsPage = ownerPage('InvitationsPage');
const InstancePage = ownerPage('InstancePage');
const AuditPage = ownerPage('AuditPage');
const DeadLinksPage = ownerPage('DeadLinksPage');
const HealthPage = ownerPage('HealthPage');
// In the built client the condition is false, and neither route nor page is in it.
const GalleryPage = import.meta.env.DEV ? page(() => import('./features/instance/gallery.page'), 'GalleryPage') : null;

function FrontPage() {
  const { status } = useSession();
  if (status === 'unknown') return <PageSkeleton />;
  return status === 'member' ? <HomePage /> : <LandingPage />;
}

/** Pages that a letter or a provider leads to: they ask nothing of who opens them, and work for everybody. */
const fromLetters = /^\/(sign-in\/callback|reset|verify|confirm-email|undo-email|keep|forgot|mailbox)(\/|$)/;

function KnownOnly() {
  const { status, failure, account } = useSession();
  const { pathname } = useLocation();
  if (failure) return <Unreachable failure={failure} />;
  if (account?.needsTwoFactor && !fromLetters.test(pathname)) return <SecondFactorFirstPage />;
  return status === 'unknown' ? <PageSkeleton /> : <Outlet />;
}

function MembersOnly() {
  const { status, left } = useSession();
  const { pathname, search } = useLocation();
  if (status === 'member') return <Outlet />;
  if (left) return <Navigate to="/" replace />;
  return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
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
            <Route path="sign-in/callback/:provider" element={<ProviderCallbackPage />} />
            <Route path="forgot" element={<ForgotPage />} />
            <Route path="reset/:token" element={<ResetPage />} />
            <Route path="verify" element={<AskVerificationPage />} />
            <Route path="verify/:token" element={<VerifyPage />} />
            <Route path="confirm-email/:token" element={<ConfirmEmailPage />} />
            <Route path="undo-email/:token" element={<UndoEmailPage />} />
            <Route path="keep/:token" element={<KeepPage />} />
            <Route path="invitations/:token" element={<InvitationPage />} />
            <Route path="roadmaps" element={<RoadmapsPage />} />
            <Route path="roadmaps/:slug" element={<RoadmapPage />}>
              <Route path="topics/:topicId" element={null} />
              <Route path="choices/:choiceId" element={null} />
            </Route>
            <Route path="roadmaps/:slug/facts" element={<FactsPage />} />
            <Route path="roadmaps/:slug/briefs" element={<BriefsPage />} />
            <Route path="u/:handle" element={<PublicPagePage />} />
            <Route path="claim/:token" element={<ClaimPage />} />
            <Route path="mailbox" element={<MailboxPage />} />
            <Route element={<MembersOnly />}>
              <Route path="roadmaps/:slug/plan" element={<PlanPage />} />
              <Route path="projects" element={<ProjectsPage />} />
              <Route path="projects/new" element={<ProjectPage />} />
              <Route path="projects/matrix" element={<MatrixPage />} />
              <Route path="projects/:id" element={<ProjectPage />} />
              <Route path="notes" element={<NotesPage />} />
              <Route path="mentoring" element={<MentoringPage />} />
              <Route path="mentoring/learners/:id" element={<LearnerPage />} />
              <Route path="cohorts/join" element={<JoinPage />} />
              <Route path="cohorts/:id" element={<CohortPage />} />
              <Route path="settings" element={<SettingsPage />} />
              <Route path="settings/public" element={<PublicPageSettingsPage />} />
              <Route path="settings/import" element={<ImportPage />} />
              <Route path="owner" element={<OwnerPage />} />
              <Route path="owner/members" element={<MembersPage />} />
              <Route path="owner/members/:id" element={<MemberPage />} />
              <Route path="owner/invitations" element={<InvitationsPage />} />
              <Route path="owner/settings" element={<InstancePage />} />
              <Route path="owner/audit" element={<AuditPage />} />
              <Route path="owner/links" element={<DeadLinksPage />} />
              <Route path="owner/health" element={<HealthPage />} />
            </Route>
            {GalleryPage && <Route path="ui" element={<GalleryPage />} />}
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Route>
      </Route>
    </Routes>
  );
}
