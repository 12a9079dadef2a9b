import { describe, expect, it } from 'vitest';
import { loadRoadmaps } from './index.js';

const backend = loadRoadmaps().get('backend');
if (!backend) throw new Error('the backend roadmap is missing');

/** Everything that has an id, as `kind:id`, with the whole of what a reader finds there as text. */
const places = new Map<string, string>([
  ['roadmap', JSON.stringify([backend.title, backend.summary, backend.source, backend.durationMonths])],
  ...backend.stages.map((it) => [`stage:${it.id}`, JSON.stringify(it)] as const),
  ...backend.topics.map((it) => [`topic:${it.id}`, JSON.stringify(it)] as const),
  ...backend.choices.map((it) => [`choice:${it.id}`, JSON.stringify(it)] as const),
  ...backend.facts.map((it) => [`fact:${it.id}`, JSON.stringify(it)] as const),
  ['briefs', JSON.stringify(backend.briefs)],
]);

/** Line of the source table; what it says; where that is; words that must stand there. */
const facts: [line: string, says: string, place: string, ...words: string[]][] = [
  ['1', 'Internet and web comes first', 'stage:internet-and-web', 'Start here', 'how-the-internet-works'],
  ['1', 'How the internet works', 'topic:how-the-internet-works', 'packets'],
  ['1', 'HTTP', 'topic:http', 'method', 'status'],
  ['1', 'DNS', 'topic:dns', 'address'],
  ['1', 'Domain and hosting', 'topic:domains-and-hosting', 'registrar', 'hosting'],
  ['1', 'Browsers', 'topic:browsers', 'pixels'],
  ['1', 'TLS', 'topic:tls', 'Certificates'],
  ['2', 'Languages, databases and APIs are the building blocks', 'stage:programming', 'building blocks'],
  ['2.1', 'Choose 1 of 5 languages', 'choice:language', '"take":1', '["nodejs","python","ruby","java","php"]'],
  [
    '2.1',
    'Node.js: JavaScript, scalable network apps',
    'topic:nodejs',
    'JavaScript',
    'network applications that scale',
  ],
  ['2.1', 'Python: readable; Django, Flask', 'topic:python', 'readable', 'Django', 'Flask'],
  ['2.1', 'Ruby: elegant syntax; Rails', 'topic:ruby', 'syntax is elegant', 'Rails'],
  ['2.1', 'Java: large-scale apps; Spring', 'topic:java', 'large applications', 'Spring'],
  ['2.1', 'PHP: server-side scripting for the web', 'topic:php', 'scripting on the web server'],
  ['2.2', 'Relational thinking', 'topic:relational-databases', 'tables', '"core"'],
  ['2.2', 'Document thinking', 'topic:document-databases', 'document', '"core"'],
  ['2.2', 'SQL: MySQL, PostgreSQL', 'topic:sql', 'MySQL', 'PostgreSQL', '"core"'],
  ['2.2', 'NoSQL: MongoDB (documents)', 'topic:mongodb', 'document database', '"core"'],
  ['2.2', 'SQL or NoSQL: structured or not', 'topic:sql-vs-nosql', 'structured'],
  ['2.2', 'Choose 1 of MySQL, PostgreSQL', 'choice:database', '"take":1', '["postgresql","mysql"]'],
  ['2.2', 'Skill: database management', 'topic:database-management', 'backups', '"core"'],
  ['2.2', 'Skill: query optimisation', 'topic:query-optimisation', 'plan', '"core"'],
  ['2.2', 'Skill: using a database efficiently from code', 'topic:database-from-code', 'driver', '"core"'],
  ['2.3', 'REST (light)', 'topic:rest', 'light way', '"core"'],
  ['2.3', 'GraphQL: exactly the data needed', 'topic:graphql', 'exactly the data that it needs', '"core"'],
  ['2.3', 'Design APIs', 'topic:api-design', '"core"'],
  ['2.3', 'Implement APIs', 'topic:implementing-apis', '"core"'],
  ['2.3', 'Consume APIs', 'topic:consuming-apis', '"core"'],
  ['2.4', 'Authentication', 'topic:authentication', 'who is this', '"core"'],
  ['2.4', 'Authorization', 'topic:authorization', 'what they may do', '"core"'],
  ['2.4', 'JWT', 'topic:jwt', 'signed statement', '"core"'],
  ['2.4', 'OAuth', 'topic:oauth-2', 'limited access', '"core"'],
  ['2.4', 'Encryption in transit', 'topic:encryption-in-transit', 'HTTPS', '"core"'],
  ['2.4', 'Encryption at rest', 'topic:encryption-at-rest', 'stored', '"core"'],
  ['2.5', 'Caching', 'topic:caching', 'cache', '"core"'],
  ['2.5', 'Redis', 'topic:redis', 'memory', '"core"'],
  ['2.5', 'Memcached', 'topic:memcached', 'memory', '"core"'],
  ['2.5', 'Load balancing across servers', 'topic:load-balancing', 'several servers', '"core"'],
  ['3', 'What a framework is', 'topic:what-a-framework-is', 'libraries, tools and structure', 'reusable'],
  ['3', 'Choose 1 of 5 frameworks', 'choice:framework', '"take":1', '["express","django","rails","spring","laravel"]'],
  ['3', 'Express.js', 'topic:express', '2010', 'minimal', 'Node.js', 'APIs', 'single-page applications'],
  [
    '3',
    'Django',
    'topic:django',
    '2005',
    'Django Software Foundation',
    'Python',
    'object-relational',
    'authentication',
    'admin',
  ],
  ['3', 'Ruby on Rails', 'topic:rails', '2005', 'MIT', 'convention over configuration', 'not to repeat yourself'],
  ['3', 'Spring', 'topic:spring', '2003', 'Pivotal', 'Java', 'dependency injection', 'transactions', 'security'],
  ['3', 'Laravel', 'topic:laravel', '2011', 'PHP', 'model, view and controller', 'migrations'],
  ['3.1', 'Package manager follows the language', 'choice:package-manager', '"take":1', 'follows from the language'],
  ['3.1', 'npm', 'topic:npm', 'Node.js', '["nodejs"]'],
  ['3.1', 'pip', 'topic:pip', 'Python', '["python"]'],
  ['3.1', 'Composer', 'topic:composer', 'PHP', '["php"]'],
  ['3.1', 'RubyGems and Bundler (left out by the source)', 'topic:bundler', 'Gemfile', '["ruby"]'],
  ['3.1', 'Maven or Gradle (left out by the source)', 'topic:maven-gradle', 'Maven', 'Gradle', '["java"]'],
  ['4', 'Core: Git', 'topic:git', '"core"', 'distributed'],
  [
    '4',
    'Why: integrity, reuse, collaboration, evidence',
    'topic:why-version-control',
    'integrity',
    'use again',
    'side by side',
    'evidence',
  ],
  [
    '4',
    'Why: tracking of changes, better process',
    'fact:why-version-control-matters',
    'tracks what changed',
    'improves how a team works',
    'evidence',
  ],
  ['4', 'Choose 1 of GitHub, GitLab, Beanstalk', 'choice:code-host', '"take":1', '["github","gitlab","beanstalk"]'],
  ['4', 'GitHub: issues, tasks, wiki', 'topic:github', 'Issues and tasks', 'wiki'],
  ['4', 'GitLab: wiki, issues, CI/CD', 'topic:gitlab', 'wiki, issues', 'continuous integration and delivery'],
  [
    '4',
    'Beanstalk: write, review, deploy; Git and SVN',
    'topic:beanstalk',
    'write, review, deploy',
    'Git and Subversion',
  ],
  ['4', 'Mercurial: optional, distributed', 'topic:mercurial', '"optional"', 'distributed'],
  [
    '4',
    'Subversion: optional, centralised, Apache licence',
    'topic:subversion',
    '"optional"',
    'centralised',
    'Apache licence',
  ],
  ['4', 'Earlier versions can be brought back', 'topic:rolling-back', 'earlier version can be brought back'],
  ['5', 'Practice comes from building', 'stage:build-projects', 'grows by building'],
  ['5', 'At least ten briefs that name the topics they prove', 'briefs', '"covers"', '"beginner"', '"advanced"'],
  ['6', 'Optional choice of a stack', 'choice:stack', '"optional":true', '["mern","mean","mevn"]'],
  ['6', 'MERN', 'topic:mern', 'MongoDB, Express, React and Node.js'],
  ['6', 'MEAN', 'topic:mean', 'MongoDB, Express, Angular and Node.js'],
  ['6', 'MEVN', 'topic:mevn', 'MongoDB, Express, Vue and Node.js'],
  [
    '–',
    'What backend development is',
    'fact:what-backend-development-is',
    'logic on the server',
    'databases',
    'APIs',
    'several databases and services',
    'security',
    'ten times as many',
  ],
  ['–', 'The frontend as the other half', 'fact:frontend-and-backend', 'two halves'],
  ['–', 'What a backend developer does', 'fact:what-a-backend-developer-does', 'databases', 'APIs'],
  [
    '–',
    'Skills',
    'fact:skills-of-a-backend-developer',
    'language',
    'databases',
    'APIs',
    'solving problems',
    'version control',
  ],
  ['–', 'Problem solving as a topic', 'topic:problem-solving', '"core"'],
  ['–', 'Salary, with its date', 'fact:salary', '17 December 2024', '7 to 8 lakh', '20 lakh', '100,000 dollars'],
  ['–', 'Duration', 'fact:how-long-it-takes', '6 to 12 months'],
  ['–', 'Duration, as data', 'roadmap', '"from":6', '"to":12'],
  ['–', 'What a framework is, as a question', 'fact:what-a-web-framework-is', 'libraries', 'tools', 'structure'],
  ['–', 'The source is cited', 'fact:where-these-facts-come-from', 'GeeksforGeeks', '17 December 2024'],
  [
    '–',
    'The source and its date, as data',
    'roadmap',
    'https://www.geeksforgeeks.org/backend-developer-roadmap/',
    '2024-12-17',
  ],
];

/** Every link that the source gives, and the topic whose resource it is. */
const links: [line: string, path: string, topicId: string][] = [
  ['1', '/how-does-the-internet-work/', 'how-the-internet-works'],
  ['2.1', '/nodejs/', 'nodejs'],
  ['2.1', '/python-programming-language/', 'python'],
  ['2.1', '/ruby-programming-language/', 'ruby'],
  ['2.1', '/java/', 'java'],
  ['2.1', '/php-tutorial/', 'php'],
  ['2.2', '/sql-vs-nosql-which-one-is-better-to-use/', 'sql-vs-nosql'],
  ['2.2', '/mongodb-cheat-sheet/', 'mongodb'],
  ['2.2', '/mysql-tutorial/', 'mysql'],
  ['2.2', '/postgresql-tutorial/', 'postgresql'],
  ['2.2', '/mongodb-an-introduction/', 'mongodb'],
  ['2.3', '/rest-api-testing-and-manual-test-cases/', 'rest'],
  ['2.3', '/global-object-identification-in-graphql/', 'graphql'],
  ['2.4', '/database-security-best-practices/', 'secure-coding'],
  ['2.4', '/workflow-of-oauth-2-0/', 'oauth-2'],
  ['2.5', '/caching-system-design-concept-for-beginners/', 'caching'],
  ['2.5', '/load-balancing-in-cloud-computing/', 'load-balancing'],
  ['3', '/express-js/', 'express'],
  ['3', '/django-tutorial/', 'django'],
  ['3', '/ruby-on-rails-introduction/', 'rails'],
  ['3', '/spring-boot-rest-api-documentation-using-swagger/', 'spring'],
  ['3', '/laravel/', 'laravel'],
  ['4', '/ultimate-guide-git-github/', 'git'],
  ['5', '/top-django-projects-for-beginners/', 'project-planning'],
  ['6', '/mern-stack/', 'mern'],
  ['6', '/mean-stack/', 'mean'],
  ['6', '/mevn-stack/', 'mevn'],
];

const prefix = 'https://www.geeksforgeeks.org';
const resourceOf = (topicId: string, url: string) =>
  backend.topics.find(({ id }) => id === topicId)?.resources.find((resource) => resource.url === url);

describe('what the source says', () => {
  it.each(facts)('%s %s is at %s', (_line, _says, place, ...words) => {
    const text = places.get(place);
    expect(text, `there is no ${place}`).toBeDefined();
    expect(words.filter((word) => !text?.includes(word))).toEqual([]);
  });

  it.each(links)('%s %s is a resource of %s, not marked official', (_line, path, topicId) => {
    expect(resourceOf(topicId, prefix + path)).toMatchObject({ url: prefix + path, official: false });
  });

  it('is the only source of GeeksforGeeks links: none is invented', () => {
    const given = new Set([...links.map(([, path]) => prefix + path), backend.source.url]);
    const used = [...backend.topics, ...backend.facts].flatMap(({ resources }) => resources.map(({ url }) => url));
    expect(used.filter((url) => url.includes('geeksforgeeks.org') && !given.has(url))).toEqual([]);
  });

  it('can be read as a list', () => {
    const rows = [
      ...facts.map(([line, says, place]) => [line, says, place] as const),
      ...links.map(([line, path, id]) => {
        const resource = resourceOf(id, prefix + path);
        return [line, path, `resource:${id}/${resource?.id ?? '?'}`] as const;
      }),
    ];
    console.log(rows.map(([line, says, place]) => `${line.padEnd(4)} ${says.padEnd(58)} → ${place}`).join('\n'));
    expect(rows.length).toBe(facts.length + links.length);
  });
});
