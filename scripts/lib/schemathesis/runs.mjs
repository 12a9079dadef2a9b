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
  { name: 'their mentor', as: 'mira', exclude: ENDINGS, canariesOf: 'hidden' },
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

/** What an operation of the OpenAPI document takes. */
const takes =
  (where, name) =>
  ({ parameters }) =>
    parameters.some((each) => each.in === where && each.name.toLowerCase() === name);
const named =
  (...names) =>
  ({ operationId }) =>
    names.includes(operationId);

/** Whatever a check does not look at, and why: of which operations, and which `statuses` are taken beside the usual. */
export const EXCEPTIONS = [
  {
    check: 'positive_data_acceptance',
    what: 'what takes an Idempotency-Key',
    of: takes('header', 'idempotency-key'),
    statuses: ['422'],
    why: 'a key names one request, and under another it is refused; and no schema knows roadmaps, topics, codes and passwords',
  },
  {
    check: 'positive_data_acceptance',
    what: 'what takes a cursor, a span of days, or part of a list',
    of: (operation) => takes('query', 'cursor')(operation) || named('listActivity', 'exportAudit')(operation),
    statuses: ['400'],
    why: 'a cursor is opaque: those that a list gave are taken; and a span of days has an end after its beginning',
  },
  {
    check: 'positive_data_acceptance',
    what: 'what is bound to a version',
    of: (operation) => takes('header', 'if-match')(operation) || named('writeNote', 'keepReviewDraft')(operation),
    statuses: ['412'],
    why: 'only the version of now is taken',
  },
  {
    check: 'positive_data_acceptance',
    what: 'what is used once, what gives or tries a secret, and a picture',
    of: named(
      ...['signUp', 'keepAccount', 'resetPassword', 'verifyEmail', 'confirmEmailChange', 'undoEmailChange'],
      ...['previewInvitation', 'claimInstance', 'finishIdentity', 'changePassword', 'requestEmailChange'],
      ...[
        'createInvitation',
        'confirmTwoFactor',
        'previewCohort',
        'previewPublicPage',
        'readMailing',
        'stopMailing',
        'resumeMailing',
        'addImage',
      ],
    ),
    statuses: ['422'],
    why: 'whether a link still holds, which passwords are common, what a picture is and whether each is named once is in no schema',
  },
  {
    check: 'negative_data_rejection',
    what: 'everything',
    statuses: ['412', '413'],
    why: 'an If-Match that is no version of ours is a stale one, and a body that is too large is refused before it is read',
  },
  {
    check: 'missing_required_header',
    what: 'everything',
    statuses: ['404', '428'],
    why: 'without If-Match it is 428, and before that 404 where there is nothing',
  },
];

/** Writes the configuration of one run, and gives its path. */
export function writeRun(folder, { as, include, exclude = [] }, { address, members, topicIds, operations }) {
  const accounts = join(folder, 'accounts.json');
  writeFileSync(accounts, JSON.stringify({ auth: members.map(accountOf) }));
  // What is there for who asks; what is not is met as often.
  const known = Object.entries(members.find(({ name }) => name === as)?.values ?? {});
  const lines = [
    `base-url = ${text(address)}`,
    `hooks = ${text(HOOKS)}`,
    'continue-on-failure = true',
    '[dictionaries]',
    'slugs = { values = ["backend"] }',
    `topics = { values = [${topicIds.map(text).join(', ')}] }`,
    ...known.map(([name, values]) => `own-${name} = { values = ${text(values)} }`),
    '[parameters]',
    'slug = { dictionary = "slugs", probability = 0.7 }',
    'topicId = { dictionary = "topics", probability = 0.7 }',
    ...known.map(([name]) => `${name} = { dictionary = "own-${name}", probability = 0.5 }`),
    '[generation]',
    'database = "none"',
    ...(as ? ['[auth.wfc]', `path = ${text(accounts)}`, `user = ${text(as)}`, 'peers = ["ada", "bo"]'] : []),
    ...EXCEPTIONS.filter((each) => !each.of).flatMap(settings('checks')),
    ...operations.flatMap((operation) => {
      const checks = checksOf(operation);
      if (checks.length === 0) return [];
      const named = ['[[operations]]', `include-operation-id = ${text(operation.operationId)}`];
      return [...named, ...checks.flatMap(settings('operations.checks'))];
    }),
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

/** What is excepted of one operation, each check once. */
function checksOf(operation) {
  const statuses = new Map();
  for (const each of EXCEPTIONS.filter(({ of }) => of?.(operation)))
    statuses.set(each.check, [...(statuses.get(each.check) ?? []), ...each.statuses]);
  return [...statuses].map(([check, all]) => ({ check, statuses: all }));
}

const settings =
  (under) =>
  ({ check, statuses }) => {
    const expected = [...new Set([...usual[check], ...statuses])];
    return [`[${under}.${check}]`, `expected-statuses = [${expected.map(text).join(', ')}]`];
  };

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
