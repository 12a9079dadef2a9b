import type { Language } from './demo-people.js';

const file: Record<Language, (name: string) => string> = {
  nodejs: (name) => `src/${name}.ts`,
  python: (name) => `app/${name}.py`,
  java: (name) => `src/main/java/${name.charAt(0).toUpperCase()}${name.slice(1)}.java`,
  ruby: (name) => `app/${name}.rb`,
  php: (name) => `src/${name.charAt(0).toUpperCase()}${name.slice(1)}.php`,
};

/** Where in a project a topic is to be seen; `{name}` is a source file. */
const places: Record<string, string> = {
  'how-the-internet-works': 'docs/request.md follows one request from the browser to the row and back',
  'tcp-ip': '{client}: time-outs for connecting and for reading, and why they differ',
  dns: 'docs/deploy.md: the A and CNAME records, and how long they were cached',
  http: '{server}: methods, status codes and caching headers, each with a test',
  tls: 'deploy/caddy: certificates that renew themselves, checked by a script',
  browsers: 'public/upload.html: the form without a line of script',
  'domains-and-hosting': 'docs/deploy.md: one small server, a domain, and what it costs',
  'terminal-and-linux': 'bin/: start, stop and backup as shell scripts',
  'problem-solving': '{codes}: three ways to make short codes, and why the third stayed',
  'data-structures': '{buckets}: a ring buffer for the last hour',
  debugging: 'docs/bug-diary.md: how the double answer was found',
  'error-handling': '{errors}: every failure has a name, a status and a test',
  concurrency: '{worker}: two workers, one lock, and the test that fails without it',
  'automated-testing': 'test/: 40 tests over HTTP on a real database',
  configuration: '{settings}: read once at the start, with an error that says what is missing',
  'relational-databases': 'docs/tables.md: the drawing of the tables before the first line',
  sql: '{queries}: joins and grouping by hand, no query builder',
  'data-modelling': 'docs/tables.md: what is a table, what is a column, and what changed my mind',
  mongodb: '{rooms}: one document per room, messages apart',
  'document-databases': '{boards}: what is kept inside a card and what beside it',
  'sql-vs-nosql': 'docs/choice.md: the same load on both, with the numbers',
  'database-from-code': '{store}: a pool, prepared statements, no string building',
  transactions: '{orders}: stock and order change together or not at all',
  indexes: 'db/indexes.sql, with the plan before and after each',
  'query-optimisation': 'docs/slow.md: from 900 ms to 12 ms in four steps',
  migrations: 'db/migrations/: eleven of them, forwards and back',
  'database-management': 'bin/backup and bin/restore, tried once a week',
  rest: '{routes}: resources, not verbs',
  'api-design': 'docs/api.md: paging, errors and names, decided before coding',
  'implementing-apis': '{routes}: checked input, one place for answers',
  'consuming-apis': '{client}: retries with growing pauses, and an end to them',
  graphql: '{schema}: the many-queries trap and its loader',
  authentication: '{accounts}: sign up, in and out, with slow hashes',
  authorization: '{rules}: each query carries who asks; a test per other person',
  jwt: '{tokens}: ten minutes, one algorithm, a key that turns',
  'oauth-2': '{signIn}: the code flow with PKCE against a provider in a container',
  'encryption-in-transit': 'deploy/: nothing is answered without TLS but the redirect',
  'encryption-at-rest': '{vault}: each secret under its own key, that one under the master key',
  'secure-coding': 'docs/threats.md: ten ways in, and the test that closes each',
  'measuring-performance': 'bench/: the load, the percentiles, six runs',
  caching: '{cache}: what may be stale, for how long, and who says so',
  redis: '{queue}: a list, a sorted set, and what is lost when it restarts',
  memcached: '{cache}: the same interface on memcached, and where it differs',
  'load-balancing': 'deploy/balance: two servers, one stopped while the test runs',
  'what-a-framework-is': 'docs/framework.md: what it did for me, and what it hid',
  'why-version-control': '61 commits, each of which runs',
  git: 'The history: small commits with reasons',
  branching: 'One branch per feature, merged by request',
  'rolling-back': 'docs/deploy.md: back to the version before in one command',
  'code-review': 'Three requests reviewed by a friend, with answers',
  'project-planning': 'docs/plan.md: what was cut, and when',
  'reading-code': 'docs/notes-on-a-queue.md: what I read before writing mine',
  'project-readme': 'README: from clone to first answer in three lines',
  'project-testing': 'The pipeline: unit, over HTTP, and one through the browser',
  logging: '{log}: one line of JSON a request, no secret in it',
  containers: 'Dockerfile and compose.yml: one command for service and database',
  deployment: 'deploy/: a push to main is live in two minutes',
};

export function whereIn(topicId: string, language: Language): string {
  const place = places[topicId] ?? 'The whole service is built on it';
  return place.replace(/\{(\w+)\}/, (_, name: string) => file[language](name));
}

export const frameworkOf: Record<Language, string> = {
  nodejs: 'Express',
  python: 'Django',
  java: 'Spring Boot',
  ruby: 'Rails',
  php: 'Laravel',
};

export const languageName: Record<Language, string> = {
  nodejs: 'Node.js',
  python: 'Python',
  java: 'Java',
  ruby: 'Ruby',
  php: 'PHP',
};
