import type { Consent } from '@waymark/contract';

export type Language = 'nodejs' | 'python' | 'java' | 'ruby' | 'php';

/** One invented learner and how their months went. Times are days before today. */
export interface DemoLearner {
  name: string;
  zone: string;
  language: Language;
  cohort: 'evening' | 'career';
  startedAgo: number;
  /** How much of the required path is done, in percent. */
  percent: number;
  hoursPerWeek: number;
  daysPerWeek: number;
  /** The last day on which they did something. Default 1. */
  lastActiveAgo?: number;
  /** Days without anything, from and to. */
  pauses?: readonly (readonly [number, number])[];
  /** A topic that is in learning since then, while others go on. */
  stuckSince?: number;
  known?: readonly string[];
  skips?: readonly string[];
  extras?: readonly string[];
  /** Days from today. */
  targetIn?: number;
  consent?: Partial<Consent>;
  /** What the demo shows with them. */
  story: string;
}

export const demoPassword = 'rope-lantern-42-summit';

export const demoMentor = { name: 'Miriam Castellane', zone: 'Europe/Vienna', story: 'mentor of both cohorts' };

export const demoOwner = {
  name: 'Oda Renning',
  email: 'owner@demo.example',
  zone: 'Europe/Vienna',
  /** Days before today on which they set it up. */
  before: 301,
  story: 'owner of this Waymark: members, invitations, settings, audit log',
};

export const demoCohorts = {
  evening: { name: 'Evening school, backend', code: 'EVENXNG234', createdAgo: 290 },
  career: { name: 'Career changers 2', code: 'CAREER2345', createdAgo: 170 },
} as const;

type Row = [
  name: string,
  zone: string,
  language: Language,
  cohort: 'evening' | 'career',
  startedAgo: number,
  percent: number,
  hoursPerWeek: number,
  daysPerWeek: number,
  story: string,
  more?: Partial<DemoLearner>,
];

// biome-ignore format: one line a person
const everyone: readonly Row[] = [
  ['Ada Marlowe', 'Europe/London', 'nodejs', 'evening', 108, 45, 8, 3, 'half-way, with projects in every state', { lastActiveAgo: 0, pauses: [[61, 52]], targetIn: 260, extras: ['containers'] }],
  ['Maya Lindenbaum', 'America/New_York', 'nodejs', 'career', 0, 0, 6, 2, 'their first day', { lastActiveAgo: 0 }],
  ['Tomás Quintela', 'Europe/Lisbon', 'python', 'evening', 88, 31, 6, 2, 'stuck on a topic for 19 days', { stuckSince: 19 }],
  ['Nkechi Abara', 'Africa/Lagos', 'nodejs', 'evening', 214, 76, 10, 4, 'nearly there, many projects'],
  ['Yuki Tanemura', 'Asia/Tokyo', 'java', 'evening', 268, 100, 9, 3, 'finished', { lastActiveAgo: 12, extras: ['containers', 'mercurial'] }],
  ['Priya Ramaswani', 'Asia/Kolkata', 'python', 'career', 120, 38, 6, 2, 'behind their own target date', { targetIn: 45 }],
  ['Lukas Feldhaus', 'Europe/Berlin', 'java', 'evening', 96, 27, 5, 2, 'quiet for weeks', { lastActiveAgo: 24 }],
  ['Sofía Arriola', 'America/Mexico_City', 'php', 'career', 75, 44, 8, 3, 'knew the basics before', { known: ['how-the-internet-works', 'tcp-ip', 'dns', 'http', 'browsers', 'terminal-and-linux', 'problem-solving', 'git'] }],
  ['Omar Belhadj', 'Africa/Casablanca', 'nodejs', 'evening', 150, 52, 7, 3, 'skipped what the job does not need', { skips: ['graphql', 'memcached', 'load-balancing', 'document-databases', 'mongodb', 'sql-vs-nosql'] }],
  ['Ingrid Solhaug', 'Europe/Oslo', 'ruby', 'career', 110, 33, 5, 2, 'a long pause, and back again', { pauses: [[70, 34]] }],
  ['Daniel Okpara', 'America/Toronto', 'python', 'career', 63, 22, 6, 2, 'shares progress alone', { consent: { activity: false, projects: false } }],
  ['Mei-Lin Chau', 'Asia/Singapore', 'nodejs', 'evening', 182, 63, 8, 3, 'steady', { extras: ['containers'] }],
  ['Radek Novotka', 'Europe/Prague', 'php', 'evening', 140, 19, 3, 2, 'slow and steady', { lastActiveAgo: 3 }],
  ['Leilani Kahue', 'Pacific/Honolulu', 'python', 'career', 52, 24, 7, 3, 'weekends mostly'],
  ['Samir Haddadin', 'Asia/Amman', 'java', 'career', 133, 41, 6, 2, 'quiet, and behind the target', { lastActiveAgo: 17, targetIn: 90 }],
  ['Chloé Varenne', 'Europe/Paris', 'nodejs', 'evening', 175, 58, 7, 3, 'steady', { lastActiveAgo: 2 }],
  ['Thabo Mokwele', 'Africa/Johannesburg', 'python', 'career', 47, 16, 5, 2, 'stuck for 16 days, and goes on elsewhere', { stuckSince: 16 }],
  ['Elif Saraç', 'Europe/Istanbul', 'nodejs', 'career', 29, 13, 8, 4, 'a month in'],
  ['Mateo Ibarrola', 'America/Argentina/Buenos_Aires', 'php', 'evening', 160, 48, 6, 2, 'shares no activity', { consent: { activity: false }, lastActiveAgo: 4 }],
  ['Hana Jelenska', 'Europe/Warsaw', 'ruby', 'career', 84, 35, 7, 3, 'steady', { lastActiveAgo: 0 }],
  ['Kwame Adjetey', 'Africa/Accra', 'nodejs', 'evening', 245, 88, 9, 4, 'the last stretch', { lastActiveAgo: 2, targetIn: 60 }],
  ['Linh Dao Thuy', 'Asia/Ho_Chi_Minh', 'java', 'career', 21, 8, 6, 3, 'three weeks in'],
  ['Noor van Reesema', 'Europe/Amsterdam', 'python', 'evening', 198, 54, 5, 2, 'a pause in summer', { pauses: [[120, 92]], lastActiveAgo: 3 }],
  ['Isak Lindqvarn', 'Europe/Stockholm', 'nodejs', 'evening', 72, 9, 4, 2, 'started, and has been quiet since', { lastActiveAgo: 51 }],
  ['Farida Yusupzoda', 'Asia/Tashkent', 'python', 'career', 11, 5, 6, 2, 'in the first two weeks', { lastActiveAgo: 2 }],
  ['Gabriel Montalvane', 'America/Bogota', 'nodejs', 'career', 104, 37, 6, 2, 'shares projects and notes, no progress', { consent: { progress: false, activity: false, notes: true } }],
  ['Aroha Tekura', 'Pacific/Auckland', 'ruby', 'career', 57, 26, 6, 3, 'steady', { lastActiveAgo: 0 }],
  ['Jonas Brekkuson', 'Atlantic/Reykjavik', 'nodejs', 'evening', 230, 71, 6, 2, 'behind by a little', { targetIn: 100, lastActiveAgo: 2 }],
  ['Zeynab Rahmati', 'Asia/Tehran', 'python', 'evening', 90, 34, 7, 3, 'shares notes too', { consent: { notes: true } }],
  ['Callum Strathie', 'Europe/Dublin', 'java', 'career', 38, 14, 7, 3, 'five weeks in'],
];

export const demoLearners: readonly DemoLearner[] = everyone.map(
  ([name, zone, language, cohort, startedAgo, percent, hoursPerWeek, daysPerWeek, story, more]) => ({
    name,
    zone,
    language,
    cohort,
    startedAgo,
    percent,
    hoursPerWeek,
    daysPerWeek,
    story,
    ...more,
  }),
);

/** `tomas@demo.example`: a domain that is reserved, so that no mail ever reaches anybody (RFC 2606). */
export function demoEmail(name: string): string {
  const first = name.split(/[ -]/)[0] ?? name;
  return `${first.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()}@demo.example`;
}
