/** What learners of the demo built: from a brief of the roadmap, or of their own. */
export interface ProjectIdea {
  slug: string;
  briefId: string | null;
  titles: readonly [string, ...string[]];
  summary: string;
  about: string;
  decisions: readonly string[];
  learned: string;
  stack: readonly string[];
  hours: number;
  covers: readonly string[];
}

// biome-ignore format: a list to read
const own: readonly ProjectIdea[] = [
  {
    slug: 'bus-stop-board', briefId: null, titles: ['Bus stop board', 'When is the next bus?'],
    summary: 'Departures of the stop before my door, on an old tablet.',
    about: 'The city publishes departures as open data, slowly and not always. This service asks once a minute, keeps the last answer, and says how old it is.',
    decisions: ['The last good answer is kept for ten minutes and marked as old.', 'No database: what is not here after a restart is fetched again.'],
    learned: 'A service that depends on another needs an opinion about what to say when the other is silent.',
    stack: ['Redis'], hours: 18, covers: ['http', 'consuming-apis', 'error-handling', 'configuration', 'caching', 'git'],
  },
  {
    slug: 'choir-attendance', briefId: null, titles: ['Choir attendance', 'Who sings on Thursday?'],
    summary: 'Forty singers say whether they come; the conductor sees which voice is missing.',
    about: 'Replaces a spreadsheet that three people edited at once. Each singer has a link; the conductor sees sopranos, altos, tenors and basses for each evening.',
    decisions: ['A link instead of a password: nothing here is secret, and nobody forgets it.', 'One row per singer and evening, unique by index.'],
    learned: 'Half of the work was the model: what is an evening, what is a season, and who is a guest.',
    stack: ['PostgreSQL'], hours: 26, covers: ['rest', 'relational-databases', 'sql', 'data-modelling', 'database-from-code', 'automated-testing', 'project-readme'],
  },
  {
    slug: 'allotment-planner', briefId: null, titles: ['Allotment planner', 'What grows where'],
    summary: 'Beds, crops and years, so that beans never follow beans.',
    about: 'Plans what is sown where and when, and warns when a bed had the same family in the last three years.',
    decisions: ['The rule about families is one pure function with a table of tests.', 'Years are never edited, only added.'],
    learned: 'A rule that is one function can be shown to a gardener, who found two mistakes in it.',
    stack: ['PostgreSQL'], hours: 22, covers: ['problem-solving', 'data-structures', 'automated-testing', 'sql', 'configuration', 'debugging'],
  },
  {
    slug: 'chess-ladder', briefId: null, titles: ['Chess club ladder'],
    summary: 'Challenges, results and a ladder for a club of thirty.',
    about: 'Members challenge somebody at most three places above them. A result moves both, or nothing at all when two results come in at once.',
    decisions: ['Positions change in one transaction, tested with two results at the same moment.', 'A result can be disputed for a day.'],
    learned: 'I thought that I understood transactions until the test with two results failed one time in twenty.',
    stack: ['PostgreSQL'], hours: 34, covers: ['transactions', 'authentication', 'authorization', 'implementing-apis', 'indexes', 'migrations', 'project-testing'],
  },
  {
    slug: 'recipe-box', briefId: null, titles: ['Recipe box', 'Grandmother’s recipes'],
    summary: 'Recipes of four generations, searchable by what is in the kitchen.',
    about: 'Scans, transcriptions and ingredients. The search takes what is there and lists what can be cooked, with what is missing.',
    decisions: ['Ingredients are a table of their own; 1,300 spellings became 420.', 'Pictures lie on disk, their names in the database.'],
    learned: 'Cleaning the data took longer than the service, and was the better lesson.',
    stack: ['PostgreSQL', 'Docker'], hours: 40, covers: ['sql', 'query-optimisation', 'indexes', 'api-design', 'deployment', 'logging', 'containers'],
  },
];

// biome-ignore format: a list to read
const fromBriefs: readonly ProjectIdea[] = [
  {
    slug: 'link-shortener', briefId: 'link-shortener', titles: ['Link shortener', 'Brevis, a link shortener', 'Short and sweet links'],
    summary: 'Long addresses in, short ones out, and a count of who followed them.',
    about: 'Takes a long address, answers with a short one, and sends visitors on with a 301. Counts visits per day without keeping who came.',
    decisions: ['Codes are random, seven letters, unique by index and not by a look before.', 'Counting must never slow the redirect: it is written after the answer.'],
    learned: 'That uniqueness is the database’s work. My first version looked before it wrote, and two requests at once got the same code.',
    stack: ['PostgreSQL'], hours: 12, covers: ['http', 'rest', 'sql', 'database-from-code', 'implementing-apis', 'automated-testing', 'problem-solving', 'why-version-control', 'git'],
  },
  {
    slug: 'weather-relay', briefId: 'weather-relay', titles: ['Weather relay', 'Will it rain on my way?'],
    summary: 'A small weather service in front of a large one.',
    about: 'Asks a public weather service, keeps the answer for ten minutes, and gives three numbers instead of four hundred.',
    decisions: ['Time-outs of two seconds, two more tries, then the old answer with its age.', 'The key of the other service comes from the environment and is never logged.'],
    learned: 'Most of the code is about what happens when the other side is slow, wrong or gone.',
    stack: ['Redis'], hours: 11, covers: ['consuming-apis', 'caching', 'error-handling', 'configuration', 'dns', 'how-the-internet-works', 'tcp-ip', 'debugging'],
  },
  {
    slug: 'reading-list', briefId: 'reading-list', titles: ['Reading list', 'Later, a reading list'],
    summary: 'What I mean to read, with tags and a note on each.',
    about: 'The plain four of create, read, update and delete, with paging, filters by tag and a search in titles.',
    decisions: ['Tags are a table with a join, so that renaming one renames it everywhere.', 'Pages by cursor: what is added meanwhile shifts nothing.'],
    learned: 'Drawing the tables first saved me the rewrite that the first project needed.',
    stack: ['PostgreSQL'], hours: 13, covers: ['http', 'rest', 'relational-databases', 'sql', 'data-modelling', 'database-from-code', 'project-readme'],
  },
  {
    slug: 'file-inbox', briefId: 'file-inbox', titles: ['File inbox', 'Drop it here'],
    summary: 'Takes files of any size and gives them back to whoever has the link.',
    about: 'Streams uploads to disk without holding them in memory, names them by hash, and forgets them after a week.',
    decisions: ['The name that a visitor sends is shown and never used as a path.', 'The limit is counted while it streams; a header can lie.'],
    learned: 'Streams. And that `../../etc` arrives within a day of being online.',
    stack: [], hours: 10, covers: ['http', 'terminal-and-linux', 'error-handling', 'implementing-apis', 'logging', 'browsers'],
  },
  {
    slug: 'shared-notes', briefId: 'shared-notes', titles: ['Shared notes', 'Margin notes', 'Notes for two'],
    summary: 'Notes with accounts, and single ones shared with others.',
    about: 'People sign up, keep notes, and share one with somebody by their address. Nobody ever sees what is not theirs: there is a test for each route that tries.',
    decisions: ['Who asks is part of every query, not a check after it.', 'A note that is not yours answers 404, like one that never was.'],
    learned: 'Authorization is not a feature at the end. I had to touch every query when I added it late.',
    stack: ['PostgreSQL'], hours: 19, covers: ['authentication', 'authorization', 'sql', 'migrations', 'implementing-apis', 'secure-coding', 'automated-testing', 'project-planning'],
  },
  {
    slug: 'shop-orders', briefId: 'shop-orders', titles: ['Shop orders', 'The last cup', 'Orders for a pottery'],
    summary: 'Products, stock and orders for a small shop; the last cup is sold once.',
    about: 'Baskets, stock and orders. Two people want the last cup at the same moment, and exactly one gets it: a test with fifty at once says so.',
    decisions: ['Stock is taken by one conditional update; no lock is held while people think.', 'An order keeps the price of its day.'],
    learned: 'What isolation levels mean, by getting the wrong number of cups.',
    stack: ['PostgreSQL'], hours: 21, covers: ['data-modelling', 'transactions', 'sql', 'indexes', 'query-optimisation', 'implementing-apis', 'error-handling'],
  },
  {
    slug: 'event-booking', briefId: 'event-booking', titles: ['Event booking', 'Seats for the village hall'],
    summary: 'Book seats after signing in with an account that you have already.',
    about: 'Events, seats and bookings, with sign-in through another service. Seats are held for ten minutes while somebody decides.',
    decisions: ['The code flow with PKCE; tokens of ours live ten minutes.', 'A held seat ends by its time, checked in the query, swept later.'],
    learned: 'Reading the standard took an evening and was quicker than the five articles before it.',
    stack: ['PostgreSQL'], hours: 23, covers: ['oauth-2', 'jwt', 'authentication', 'authorization', 'transactions', 'encryption-in-transit', 'api-design'],
  },
  {
    slug: 'team-board', briefId: 'team-board', titles: ['Team board', 'Cards and columns'],
    summary: 'A task board whose screens ask for exactly what they show.',
    about: 'Boards, columns and cards over GraphQL. One query per screen, and one per table behind it.',
    decisions: ['A loader per request: 41 queries became 3.', 'Depth and cost of a query have a limit.'],
    learned: 'The famous trap is real, and a counter of queries in the tests keeps it closed.',
    stack: ['MongoDB', 'GraphQL'], hours: 22, covers: ['graphql', 'data-modelling', 'authorization', 'database-from-code', 'document-databases', 'api-design'],
  },
  {
    slug: 'job-runner', briefId: 'job-runner', titles: ['Job runner', 'Night shift'],
    summary: 'Takes jobs, runs them later on several workers, loses none.',
    about: 'Jobs with a time, tries that grow apart, and a list of the ones that nobody could do. Workers can be killed at any moment; a script does so for an hour.',
    decisions: ['A job is claimed by one conditional update and given back when its lease ends.', 'Everything that a job does can be done twice.'],
    learned: 'There is no exactly once. There is at least once, and work that may be repeated.',
    stack: ['Redis', 'PostgreSQL'], hours: 28, covers: ['concurrency', 'error-handling', 'redis', 'transactions', 'database-management', 'logging', 'project-testing', 'reading-code'],
  },
  {
    slug: 'live-chat', briefId: 'live-chat', titles: ['Chat rooms', 'Two servers, one room'],
    summary: 'Rooms that keep working when one of two servers is stopped.',
    about: 'Messages go through Redis to whoever is connected to the other server, and into MongoDB for whoever comes later.',
    decisions: ['Clients number what they send, so that a repeat is seen as one.', 'A server says goodbye before it stops; clients move without a gap.'],
    learned: 'Everything that was a variable became a question of who knows it.',
    stack: ['MongoDB', 'Redis'], hours: 30, covers: ['concurrency', 'redis', 'load-balancing', 'authentication', 'mongodb', 'logging'],
  },
  {
    slug: 'metrics-service', briefId: 'metrics-service', titles: ['Metrics under load', 'Small numbers, many of them'],
    summary: 'Takes in many small measurements and draws answers from them quickly.',
    about: 'Measurements by the thousand a second, sums by minute and hour, and a page that answers within 50 ms. The choice of the store is shown with numbers.',
    decisions: ['Sums are made when a number arrives, not when somebody asks.', 'What is older than a month is kept by the hour alone.'],
    learned: 'Measuring first. Two of my three ideas made it slower.',
    stack: ['PostgreSQL', 'Memcached'], hours: 33, covers: ['measuring-performance', 'indexes', 'query-optimisation', 'caching', 'memcached', 'sql-vs-nosql', 'load-balancing', 'deployment', 'data-structures', 'tls', 'domains-and-hosting', 'rolling-back'],
  },
  {
    slug: 'safe-deposit', briefId: 'safe-deposit', titles: ['Safe deposit', 'A vault for the team'],
    summary: 'Keys and passwords for programs, and a record of every look.',
    about: 'Teams keep secrets for their programs. Each look is written down in a log that can only grow.',
    decisions: ['Each secret under its own key, so that turning the master key touches no secret.', 'Who may, and who did, are two tables.'],
    learned: 'To write down what an attacker wants before writing code.',
    stack: ['PostgreSQL'], hours: 25, covers: ['encryption-at-rest', 'encryption-in-transit', 'authorization', 'jwt', 'secure-coding', 'database-management', 'code-review'],
  },
  {
    slug: 'blog-engine', briefId: 'blog-engine', titles: ['Blog for a school paper', 'The school paper'],
    summary: 'Several authors, an editor’s desk, and comments that wait to be read.',
    about: 'Built with what the framework gives: accounts, forms, an admin site. Then measured, and two of its conveniences taken out.',
    decisions: ['The start page is kept for a minute; signed-in people see it fresh.', 'Comments are text. No HTML, no exceptions.'],
    learned: 'Where the framework helps (nearly everywhere), and how to look beneath it.',
    stack: ['PostgreSQL'], hours: 24, covers: ['what-a-framework-is', 'authentication', 'migrations', 'database-from-code', 'caching', 'encryption-at-rest', 'secure-coding', 'branching'],
  },
];

export const projectIdeas: readonly ProjectIdea[] = [...fromBriefs, ...own];
