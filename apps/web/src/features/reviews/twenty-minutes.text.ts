import { plural } from '../../text/plural';

const minutes = (count: number) => plural(count, 'minute', 'minutes');
const days = (count: number) => plural(count, 'day', 'days');

/** A mentor's time: what is due, how long it takes, and what fits into some minutes. */
export const twentyMinutesText = {
  about: (count: number) => `About ${minutes(count)}.`,
  promptness: {
    within: 'In time: an answer is expected by',
    today: 'Due today: an answer is expected by',
    late: (count: number) => `Late by ${days(count)}: an answer was expected by`,
  },

  title: 'I have',
  label: 'How many minutes I have',
  option: (count: number) => `${count} min`,
  anyTime: 'time for all',
  plan: (count: number) => `For your ${minutes(count)}`,
  sum: (count: number, sum: number) => `${plural(count, 'review', 'reviews')}, about ${minutes(sum)} together.`,
  nothingFits: (count: number, least: number) =>
    `Nothing that waits fits into ${minutes(count)}: the shortest takes about ${minutes(least)}.`,
  nothingMine: 'Nothing that you hold is your turn.',
  begin: (title: string) => `Begin with ${title}`,
  beginKey: 'Begin with what fits into my minutes',

  next: (title: string) => `Next in your plan: ${title}`,
  nextKey: 'Next in your plan',
  after: (count: number) => `After it ${plural(count, 'more', 'more')}.`,
  last: 'This is the last one of your plan.',
  done: 'That was your plan.',

  full: (count: number) =>
    `You hold ${plural(count, 'review', 'reviews')}, as many as you take on at once. Finish one or give one back, and you can take on another.`,
  goOn: (title: string) => `Go on with ${title}`,

  capacity: {
    label: 'I take on at once',
    hint: 'With so many in hand you are not told of new requests. Learners can still ask, and read that it may take longer.',
    none: 'As many as come',
    some: (count: number) => plural(count, 'review', 'reviews'),
  },
  away: {
    title: 'When I am away',
    hint: 'You are reminded of nothing meanwhile, what you promised moves by these days, and learners read when you are back.',
    from: 'First day',
    to: 'Last day',
    keep: 'Keep these days',
    kept: 'Kept. Enjoy it.',
    is: 'You are away',
    will: 'You will be away',
    end: 'I am here after all',
    ended: 'Good to have you here.',
    needFrom: 'Say which day is the first',
    needTo: 'Say which day is the last',
    order: 'The last day is the first one, or comes after it',
    long: (most: number) => `At most ${days(most)}`,
  },
};
