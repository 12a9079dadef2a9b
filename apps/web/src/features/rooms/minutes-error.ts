import { roomsText } from './rooms.text';

const mostMinutes = 1440;

/** What is wrong with a duration, `null` being one that could not be read; `undefined`: nothing. */
export function minutesError(minutes: number | null): string | undefined {
  if (minutes === null || minutes < 1) return roomsText.time.unreadable;
  return minutes > mostMinutes ? roomsText.time.tooMuch : undefined;
}
