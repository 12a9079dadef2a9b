/**
 * Pages that a letter or a provider leads to, and others that few come to first: named here and not with the other routes,
 * since the names of all scripts are part of every first load.
 */
export const rarePages = {
  ProviderCallbackPage: async () => (await import('./features/accounts/provider-callback.page')).ProviderCallbackPage,
  ForgotPage: async () => (await import('./features/accounts/ask-by-mail.page')).ForgotPage,
  AskVerificationPage: async () => (await import('./features/accounts/ask-by-mail.page')).AskVerificationPage,
  ResetPage: async () => (await import('./features/accounts/follow-link.page')).ResetPage,
  VerifyPage: async () => (await import('./features/accounts/follow-link.page')).VerifyPage,
  ConfirmEmailPage: async () => (await import('./features/accounts/follow-link.page')).ConfirmEmailPage,
  UndoEmailPage: async () => (await import('./features/accounts/follow-link.page')).UndoEmailPage,
  KeepPage: async () => (await import('./features/accounts/follow-link.page')).KeepPage,
  InvitationPage: async () => (await import('./features/accounts/invitation.page')).InvitationPage,
  UnsubscribePage: async () => (await import('./features/notifications/unsubscribe.page')).UnsubscribePage,
  SecondFactorFirstPage: async () =>
    (await import('./features/accounts/second-factor-first.page')).SecondFactorFirstPage,
  MailboxPage: async () => (await import('./features/mail/mailbox.page')).MailboxPage,
  FactsPage: async () => (await import('./features/roadmaps/facts.page')).FactsPage,
  BriefsPage: async () => (await import('./features/roadmaps/briefs.page')).BriefsPage,
};
