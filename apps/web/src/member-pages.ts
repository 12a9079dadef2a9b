/**
 * Each page is a script of its own, as everywhere. They are named here and not with the other routes, because the names of
 * all scripts are part of everybody's first load, and a stranger opens none of these.
 */
export const memberPages = {
  HomePage: async () => (await import('./features/home/home.page')).HomePage,
  SettingsPage: async () => (await import('./features/accounts/settings.page')).SettingsPage,
  ImportPage: async () => (await import('./features/transfer/import.page')).ImportPage,
  PlanPage: async () => (await import('./features/progress/plan.page')).PlanPage,
  ProjectsPage: async () => (await import('./features/projects/projects.page')).ProjectsPage,
  ProjectPage: async () => (await import('./features/projects/project.page')).ProjectPage,
  MatrixPage: async () => (await import('./features/projects/matrix.page')).MatrixPage,
  PublicPageSettingsPage: async () =>
    (await import('./features/public-pages/public-page-settings.page')).PublicPageSettingsPage,
  MentoringPage: async () => (await import('./features/mentoring/mentoring.page')).MentoringPage,
  LearnerPage: async () => (await import('./features/mentoring/learner.page')).LearnerPage,
  JoinPage: async () => (await import('./features/mentoring/join.page')).JoinPage,
  NotesPage: async () => (await import('./features/rooms/notes.page')).NotesPage,
  CohortPage: async () => (await import('./features/mentoring/cohort.page')).CohortPage,
};
