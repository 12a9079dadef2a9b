import { type EndpointName, type Route, routeOf } from '@waymark/contract/paths';

/** Their answers hold a token, or depend on the moment: the API takes no key for them. */
export const withoutKey: ReadonlySet<EndpointName> = new Set<EndpointName>([
  'signUp',
  'signIn',
  'refreshSession',
  'signOut',
  'stepUp',
  'endSession',
  'endSessions',
  'deleteMe',
  'keepAccount',
  'requestPasswordReset',
  'resetPassword',
  'requestVerification',
  'verifyEmail',
  'changePassword',
  'requestEmailChange',
  'confirmEmailChange',
  'undoEmailChange',
  'beginTwoFactor',
  'confirmTwoFactor',
  'endTwoFactor',
  'renewRecoveryCodes',
  'startIdentity',
  'finishIdentity',
  'createAccessToken',
  'claimInstance',
  'sendTestMail',
  'makeResetLink',
  'createInvitation',
  'previewInvitation',
  'openMentorLink',
  'declineMentorLink',
  'previewCode',
  'previewRoster',
  'previewCohort',
  'makeCalendarFeed',
  'previewGrant',
  'previewPublicPage',
  'previewImport',
  'checkRecord',
  'readMailing',
  'stopMailing',
  'resumeMailing',
  'addImage',
]);

/** A stranger may call them, so a token is neither fetched nor renewed for them. */
export const forAnyone: ReadonlySet<EndpointName> = new Set<EndpointName>([
  'readLiveness',
  'readReadiness',
  'signUp',
  'signIn',
  'refreshSession',
  'signOut',
  'keepAccount',
  'requestPasswordReset',
  'resetPassword',
  'requestVerification',
  'verifyEmail',
  'confirmEmailChange',
  'undoEmailChange',
  'startIdentity',
  'finishIdentity',
  'readInstance',
  'previewInvitation',
  'openMentorLink',
  'declineMentorLink',
  'listMailbox',
  'readMailboxMail',
  'listRoadmaps',
  'readRoadmap',
  'readCalendar',
  'readPublicPage',
  'readBadge',
  'readProjectPage',
  'readRecord',
  'checkRecord',
  'listRecordKeys',
  'readWithdrawnList',
  'readMailing',
  'stopMailing',
  'resumeMailing',
  'readImage',
]);

/** Where an endpoint is, and what a call of it brings along. */
export interface CallRoute extends Route {
  /** A stranger may call it, so a token is neither fetched nor renewed for it. */
  isOpen: boolean;
  takesKey: boolean;
}

/** Where any endpoint is, and what a call of it brings along. */
export function anyRoute(name: EndpointName): CallRoute {
  const route = routeOf(name);
  return { ...route, isOpen: forAnyone.has(name), takesKey: route.method !== 'GET' && !withoutKey.has(name) };
}
