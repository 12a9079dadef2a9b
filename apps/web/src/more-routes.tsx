import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router';
import { useSession } from './api/session';
import { page } from './page';

const FactsPage = page(() => import('./features/roadmaps/facts.page'), 'FactsPage');
const BriefsPage = page(() => import('./features/roadmaps/briefs.page'), 'BriefsPage');
const SharedProjectPage = page(() => import('./features/public-pages/shared-project.page'), 'SharedProjectPage');
const RecordPage = page(() => import('./features/records/record.page'), 'RecordPage');
const CheckRecordPage = page(() => import('./features/records/check-record.page'), 'CheckRecordPage');
const SettingsPage = page(() => import('./features/accounts/settings.page'), 'SettingsPage');
const ImportPage = page(() => import('./features/transfer/import.page'), 'ImportPage');
const PlanPage = page(() => import('./features/progress/plan.page'), 'PlanPage');
const ProjectsPage = page(() => import('./features/projects/projects.page'), 'ProjectsPage');
const MatrixPage = page(() => import('./features/projects/matrix.page'), 'MatrixPage');
const ProjectPage = page(() => import('./features/projects/project.page'), 'ProjectPage');
const PublicPageSettingsPage = page(
  () => import('./features/public-pages/public-page-settings.page'),
  'PublicPageSettingsPage',
);
const RecordsPage = page(() => import('./features/records/records.page'), 'RecordsPage');
const MentoringPage = page(() => import('./features/mentoring/mentoring.page'), 'MentoringPage');
const ReceiptPage = page(() => import('./features/reviews/receipt.page'), 'ReceiptPage');
const ReviewPage = page(() => import('./features/reviews/review.page'), 'ReviewPage');
const LearnerPage = page(() => import('./features/mentoring/learner.page'), 'LearnerPage');
const JoinPage = page(() => import('./features/mentoring/join.page'), 'JoinPage');
const SharingPage = page(() => import('./features/mentoring/sharing.page'), 'SharingPage');
const AskMentorPage = page(() => import('./features/mentoring/ask-mentor.page'), 'AskMentorPage');
const InvitePage = page(() => import('./features/mentoring/invite.page'), 'InvitePage');
const MentorLinkPage = page(() => import('./features/mentoring/mentor-link.page'), 'MentorLinkPage');
const RosterImportPage = page(() => import('./features/mentoring/roster-import.page'), 'RosterImportPage');
const NotesPage = page(() => import('./features/rooms/notes.page'), 'NotesPage');
const NotificationsPage = page(() => import('./features/notifications/notifications.page'), 'NotificationsPage');
const UnsubscribePage = page(() => import('./features/notifications/unsubscribe.page'), 'UnsubscribePage');
const CohortPage = page(() => import('./features/mentoring/cohort.page'), 'CohortPage');
const ProviderCallbackPage = page(() => import('./features/accounts/provider-callback.page'), 'ProviderCallbackPage');
const ForgotPage = page(() => import('./features/accounts/ask-by-mail.page'), 'ForgotPage');
const AskVerificationPage = page(() => import('./features/accounts/ask-by-mail.page'), 'AskVerificationPage');
const ResetPage = page(() => import('./features/accounts/follow-link.page'), 'ResetPage');
const VerifyPage = page(() => import('./features/accounts/follow-link.page'), 'VerifyPage');
const ConfirmEmailPage = page(() => import('./features/accounts/follow-link.page'), 'ConfirmEmailPage');
const UndoEmailPage = page(() => import('./features/accounts/follow-link.page'), 'UndoEmailPage');
const KeepPage = page(() => import('./features/accounts/follow-link.page'), 'KeepPage');
const InvitationPage = page(() => import('./features/accounts/invitation.page'), 'InvitationPage');
const MailboxPage = page(() => import('./features/mail/mailbox.page'), 'MailboxPage');
const ClaimPage = page(() => import('./features/owner/claim.page'), 'ClaimPage');
const OwnerPage = page(() => import('./features/owner/owner.page'), 'OwnerPage');
const MembersPage = page(() => import('./features/owner/members.page'), 'MembersPage');
const MemberPage = page(() => import('./features/owner/member.page'), 'MemberPage');
const InvitationsPage = page(() => import('./features/owner/invitations.page'), 'InvitationsPage');
const InstancePage = page(() => import('./features/owner/instance.page'), 'InstancePage');
const AuditPage = page(() => import('./features/owner/audit.page'), 'AuditPage');
const DeadLinksPage = page(() => import('./features/owner/dead-links.page'), 'DeadLinksPage');
const HealthPage = page(() => import('./features/owner/health.page'), 'HealthPage');
const NotFoundPage = page(() => import('./features/instance/not-found.page'), 'NotFoundPage');
// In the built client the condition is false, and neither route nor page is in it.
const GalleryPage = import.meta.env.DEV ? page(() => import('./features/instance/gallery.page'), 'GalleryPage') : null;

export const loadHome = async () => (await import('./features/home/home.page')).HomePage;
export const loadSecondFactorFirst = async () =>
  (await import('./features/accounts/second-factor-first.page')).SecondFactorFirstPage;

function MembersOnly() {
  const { status, left } = useSession();
  const { pathname, search } = useLocation();
  if (status === 'member') return <Outlet />;
  if (left) return <Navigate to="/" replace />;
  return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
}

/** All pages that few strangers come to first: the names of their scripts are no part of everybody's first load. */
export function MoreRoutes() {
  return (
    <Routes>
      <Route path="sign-in/callback/:provider" element={<ProviderCallbackPage />} />
      <Route path="forgot" element={<ForgotPage />} />
      <Route path="reset/:token" element={<ResetPage />} />
      <Route path="verify" element={<AskVerificationPage />} />
      <Route path="verify/:token" element={<VerifyPage />} />
      <Route path="confirm-email/:token" element={<ConfirmEmailPage />} />
      <Route path="undo-email/:token" element={<UndoEmailPage />} />
      <Route path="keep/:token" element={<KeepPage />} />
      <Route path="unsubscribe/:token" element={<UnsubscribePage />} />
      <Route path="invitations/:token" element={<InvitationPage />} />
      <Route path="mentoring/invitations/:token" element={<MentorLinkPage />} />
      <Route path="roadmaps/:slug/facts" element={<FactsPage />} />
      <Route path="roadmaps/:slug/briefs" element={<BriefsPage />} />
      <Route path="p/:key" element={<SharedProjectPage />} />
      <Route path="records" element={<CheckRecordPage />} />
      <Route path="records/:key" element={<RecordPage />} />
      <Route path="claim/:token" element={<ClaimPage />} />
      <Route path="mailbox" element={<MailboxPage />} />
      <Route element={<MembersOnly />}>
        <Route path="roadmaps/:slug/plan" element={<PlanPage />} />
        <Route path="projects" element={<ProjectsPage />} />
        <Route path="projects/new" element={<ProjectPage />} />
        <Route path="projects/matrix" element={<MatrixPage />} />
        <Route path="projects/:id" element={<ProjectPage />} />
        <Route path="notes" element={<NotesPage />} />
        <Route path="notifications" element={<NotificationsPage />} />
        <Route path="mentoring" element={<MentoringPage />} />
        <Route path="mentoring/learners/:id" element={<LearnerPage />} />
        <Route path="reviews/:id" element={<ReviewPage />} />
        <Route path="reviews/:id/receipt" element={<ReceiptPage />} />
        <Route path="cohorts/join" element={<JoinPage />} />
        <Route path="mentoring/ask" element={<AskMentorPage />} />
        <Route path="mentoring/invite" element={<InvitePage />} />
        <Route path="cohorts/:id/import" element={<RosterImportPage />} />
        <Route path="cohorts/:id" element={<CohortPage />} />
        <Route path="settings" element={<SettingsPage />} />
        <Route path="settings/sharing" element={<SharingPage />} />
        <Route path="settings/public" element={<PublicPageSettingsPage />} />
        <Route path="settings/records" element={<RecordsPage />} />
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
    </Routes>
  );
}
