import type { CohortNews, InvitationNews, ReviewNews, TalkNews } from '@waymark/contract';
import { concernedBy } from '@waymark/contract/rules';
import { expect, it } from 'vitest';
import { notificationsText } from './notifications.text';

const kinds: Record<ReviewNews, true> = {
  requested: true,
  claim: true,
  release: true,
  lapse: true,
  pass: true,
  approve: true,
  'request-changes': true,
  comment: true,
  resubmit: true,
  ask: true,
  withdraw: true,
  thank: true,
  park: true,
  reopen: true,
  said: true,
  nudge: true,
  'dead-link': true,
};
const turns = [
  { ballWith: 'mentor', claim: null },
  { ballWith: 'mentor', claim: {} },
  { ballWith: 'learner', claim: {} },
] as const;
/** Who goes on with a parked review has the ball, and is not told of it. */
const byLearner: readonly ReviewNews[] = ['resubmit', 'reopen'];

const sides = (Object.keys(kinds) as ReviewNews[]).flatMap((kind) => {
  const told = turns.flatMap((turn) => concernedBy(kind, turn)).map((whom) => whom === 'learner');
  return [...new Set(told)]
    .filter((isMine) => !(isMine && byLearner.includes(kind)))
    .map((isMine) => [kind, isMine] as const);
});

/** To whom each is told: the learner, and those who see their way. */
const inTalk: [TalkNews, boolean][] = [
  ['said-on-topic', true],
  ['said-on-topic', false],
  ['suggested', true],
  ['asked-for-help', false],
  ['help-closed', true],
  ['help-closed', false],
];

it.each([...sides, ...inTalk])('says what “%s” is, to the learner: %j', (kind, isMine) => {
  const sentence = notificationsText.sentence(kind, isMine, { by: 'Mira', learner: 'Lou', days: 7 });
  expect(sentence).not.toBe('Something changed.');
  expect(sentence).toMatch(/^[A-Z].*\.$/);
  expect(sentence).not.toMatch(/undefined|null/);
});

it.each<[InvitationNews, boolean, string]>([
  ['invited', false, 'Mira invites you to be mentored.'],
  ['invitation-accepted', false, 'Mira accepted your invitation.'],
  ['asked-to-mentor', false, 'Lou asks you to be their mentor.'],
  ['ask-accepted', true, 'Mira will mentor you.'],
  ['ask-declined', true, 'Whom you asked cannot mentor you at the moment.'],
])('says what “%s” is', (kind, isMine, sentence) => {
  expect(notificationsText.sentence(kind, isMine, { by: 'Mira', learner: 'Lou', days: null })).toBe(sentence);
});

const ofCohorts: Record<CohortNews, true> = {
  ...{ 'cohort-offer': true, 'cohort-mentor': true, 'mentor-removed': true, 'cohort-archived': true },
};

it.each(Object.keys(ofCohorts) as CohortNews[])('says what “%s” is, and by whom', (kind) => {
  const sentence = notificationsText.sentence(kind, false, { by: 'Mira', learner: '', days: null });
  expect(sentence).toMatch(/^Mira .*\.$/);
});

it('names the bell by how many are unread, and does not count beyond a hundred', () => {
  expect([0, 1, 99, 100].map(notificationsText.bell)).toEqual([
    'Notifications',
    'Notifications, 1 unread',
    'Notifications, 99 unread',
    'Notifications, 100 or more unread',
  ]);
});

it('says of whose way it is where the learner did not do it', () => {
  const said = (kind: TalkNews, by: string) =>
    notificationsText.sentence(kind, false, { by, learner: 'Lou', days: null });
  expect(said('said-on-topic', 'Lou')).toBe('Lou wrote something.');
  expect(said('said-on-topic', 'Mira')).toBe('Mira wrote something to Lou.');
  expect(said('help-closed', 'Lou')).toBe('Lou needs no help with it any more.');
});
