/** Minutes as people write them: `90`, `1:30`, `1h 30m`, `1.5 h`, `45 min`. `null`: it cannot be read. */
export function readMinutes(text: string): number | null {
  const sought = text.trim().toLowerCase().replace(',', '.');
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(sought);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const spoken = /^(?:(\d{1,2}(?:\.\d{1,2})?)\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,4})\s*(?:m|mins?|minutes?)?)?$/.exec(
    sought,
  );
  if (sought === '' || !spoken) return null;
  const [, hours = '0', minutes = '0'] = spoken;
  return Math.round(Number(hours) * 60) + Number(minutes);
}

/** Past this a timer was more likely forgotten than used. */
export const longTimerMinutes = 8 * 60;

/** The whole minutes that a timer has run; what is less than one is nothing. At most a day, as an entry has. */
export function timerMinutes(startedAt: number, now: number): number {
  return Math.min(1440, Math.max(0, Math.floor((now - startedAt) / 60_000)));
}
