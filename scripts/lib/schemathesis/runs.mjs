import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOOKS = fileURLToPath(new URL('nothing_of_others.py', import.meta.url));

/** What would end the run of who does it: each is asked in a run of its own, at the end. */
const ENDINGS = ['deleteMe', 'changeSettings', 'changeMember'];

/** Who asks, and what. The owner's last: what an owner changes, everybody else meets. */
export const RUNS = [
  { name: 'a stranger', exclude: [] },
  { name: 'ada', as: 'ada', exclude: ENDINGS, canariesOf: 'bo' },
  { name: 'bo', as: 'bo', exclude: ENDINGS, canariesOf: 'ada' },
  { name: 'the owner', as: 'oda', exclude: ENDINGS, canariesOf: 'both' },
  { name: 'one who leaves', as: 'lea', include: ['deleteMe'] },
  { name: 'the owner, on members', as: 'oda', include: ['changeMember'] },
  { name: 'the owner, on settings', as: 'oda', include: ['changeSettings'] },
];

/** What each of these checks takes by itself. */
const usual = {
  positive_data_acceptance: ['2xx', '3xx', '401', '403', '404', '409', '429', '5xx'],
  negative_data_rejection: ['400', '401', '403', '404', '405', '406', '409', '415', '422', '428', '429', '5xx'],
  missing_required_header: ['400', '401', '403', '406', '415', '422'],
};

/** Whatever a check does not look at, and why. Without `operations`: everywhere. `statuses` are taken beside the usual. */
export const EXCEPTIONS = [
  {
    check: 'positive_data_acceptance',
    operations: [
      ...['keepAccount', 'resetPassword', 'verifyEmail', 'confirmEmailChange', 'undoEmailChange', 'previewInvitation'],
      ...['claimInstance', 'finishIdentity'],
    ],
    statuses: ['422'],
    why: 'a link is any text to a schema; whether it still holds is not in it',
  },
  {
    check: 'positive_data_acceptance',
    operations: [
      ...['signUp', 'changePassword', 'requestEmailChange', 'createInvitation', 'confirmTwoFactor'],
      ...['createCohort', 'joinCohort', 'previewCohort', 'putEnrolment', 'setTopic', 'setTopics', 'createProject'],
    ],
    statuses: ['422'],
    why: 'no schema knows common passwords, time zones, roadmaps and their topics, codes, or which texts are an address',
  },
  {
    check: 'positive_data_acceptance',
    operations: ['changeMe', 'changeProject', 'deleteProject', 'changeSettings'],
    statuses: ['412', '422'],
    why: 'If-Match names a version, and only the one of now is taken; and as above',
  },
  {
    check: 'positive_data_acceptance',
    operations: [
      ...['leaveEnrolment', 'restoreEnrolment', 'changeGrant', 'endGrant', 'renewCohortCode', 'revokeCohortCode'],
      ...['unlinkIdentity', 'endAccessToken', 'changeMember', 'endMemberSessions', 'revokeInvitation'],
    ],
    statuses: ['422'],
    why: 'an Idempotency-Key names one request; under another it is refused',
  },
  {
    check: 'positive_data_acceptance',
    operations: [
      ...['listMailbox', 'listRoadmaps', 'listSessions', 'listIdentities', 'listAccessTokens', 'listAudit'],
      ...[
        'listMembers',
        'listInvitations',
        'listEnrolments',
        'listProjects',
        'listCohorts',
        'listGrants',
        'listLearners',
      ],
      ...['listActivity', 'exportAudit'],
    ],
    statuses: ['400'],
    why: 'a cursor is opaque: those that a list gave are taken, and a span of days has an end after its beginning',
  },
  {
    check: 'negative_data_rejection',
    statuses: ['412', '413'],
    why: 'an If-Match that is no version of ours is a stale one, and a body that is too large is refused before it is read',
  },
  {
    check: 'missing_required_header',
    statuses: ['404', '428'],
    why: 'without If-Match it is 428, and before that 404 where there is nothing',
  },
];

/** Writes the configuration of one run, and gives its path. */
export function writeRun(folder, { as, include, exclude = [] }, { address, members, topicIds }) {
  const accounts = join(folder, 'accounts.json');
  writeFileSync(accounts, JSON.stringify({ auth: members.map(accountOf) }));
  const lines = [
    `base-url = ${text(address)}`,
    `hooks = ${text(HOOKS)}`,
    'continue-on-failure = true',
    '[dictionaries]',
    'slugs = { values = ["backend"] }',
    `topics = { values = [${topicIds.map(text).join(', ')}] }`,
    '[parameters]',
    'slug = { dictionary = "slugs", probability = 0.7 }',
    'topicId = { dictionary = "topics", probability = 0.7 }',
    '[generation]',
    'database = "none"',
    ...(as ? ['[auth.wfc]', `path = ${text(accounts)}`, `user = ${text(as)}`, 'peers = ["ada", "bo"]'] : []),
    ...EXCEPTIONS.filter(({ operations }) => !operations).flatMap((each) => [`[checks.${each.check}]`, setting(each)]),
    ...EXCEPTIONS.filter(({ operations }) => operations).flatMap((each) =>
      each.operations.flatMap((operation) => [
        '[[operations]]',
        `include-operation-id = ${text(operation)}`,
        `[operations.checks.${each.check}]`,
        setting(each),
      ]),
    ),
  ];
  const file = join(folder, 'schemathesis.toml');
  writeFileSync(file, `${lines.join('\n')}\n`);
  const filters = [
    ...(include ?? []).flatMap((operation) => ['--include-operation-id', operation]),
    ...exclude.flatMap((operation) => ['--exclude-operation-id', operation]),
  ];
  return { file, filters };
}

/** A JSON text is a TOML text, too. */
const text = (value) => JSON.stringify(value);
const setting = ({ check, statuses }) => `expected-statuses = [${[...usual[check], ...statuses].map(text).join(', ')}]`;

/** Signs in by itself, again where its session was ended on the way. */
function accountOf({ name, email, password }) {
  return {
    name,
    loginEndpointAuth: {
      endpoint: '/api/sessions',
      verb: 'POST',
      contentType: 'application/json',
      payloadRaw: JSON.stringify({ email, password }),
      token: {
        extractFrom: 'body',
        extractSelector: '/accessToken',
        sendIn: 'header',
        sendName: 'Authorization',
        sendTemplate: 'Bearer {token}',
      },
    },
  };
}
