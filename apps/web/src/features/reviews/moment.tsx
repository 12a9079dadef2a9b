import { useZone } from '../../ui/dates';

/** A time as one that is waited for, or counted from, is written: “since 3 hours ago” and “by in 2 days” are no English. */
export function Moment({ at }: { at: string }) {
  const timeZone = useZone();
  const words = new Intl.DateTimeFormat(undefined, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
  return <time dateTime={at}>{words}</time>;
}
