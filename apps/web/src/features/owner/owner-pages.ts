/**
 * Each page is a script of its own, as everywhere. They are named here and not with the other routes, because few are
 * owners, and the names of all scripts are part of everybody's first load.
 */
export const ownerPages = {
  ClaimPage: async () => (await import('./claim.page')).ClaimPage,
  OwnerPage: async () => (await import('./owner.page')).OwnerPage,
  MembersPage: async () => (await import('./members.page')).MembersPage,
  MemberPage: async () => (await import('./member.page')).MemberPage,
  InvitationsPage: async () => (await import('./invitations.page')).InvitationsPage,
  InstancePage: async () => (await import('./instance.page')).InstancePage,
  AuditPage: async () => (await import('./audit.page')).AuditPage,
  DeadLinksPage: async () => (await import('./dead-links.page')).DeadLinksPage,
  HealthPage: async () => (await import('./health.page')).HealthPage,
};
