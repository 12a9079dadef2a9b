const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** `3 May – 21 Jun 2027`: two calendar days as their reader writes a range, the year once. */
export function dayRange(from: string, to: string): string {
  const format = new Intl.DateTimeFormat(undefined, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return format.formatRange(noon(from), noon(to));
}
