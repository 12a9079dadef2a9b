/** What a start goes through, for `npm start`, which shows it to a person. */
export type StartEvent =
  | { event: 'doing'; text: string }
  | { event: 'done'; text: string }
  | { event: 'database'; dataDir: string }
  /** For a person to read, above the address. */
  | { event: 'say'; text: string }
  | { event: 'ready'; address: string };

/** True where `npm start` launched this process and listens. */
export const hasLauncher = process.send !== undefined;

/** Without a launcher (a container, a service) this says nothing. */
export function tellLauncher(event: StartEvent): void {
  if (process.connected) process.send?.(event);
}

/** A launcher that was killed cannot pass a signal on any more. */
export function whenLauncherIsGone(stop: () => void): void {
  if (hasLauncher) process.once('disconnect', stop);
}

/** Takes `whenLauncherIsGone(stop)` back. */
export function forgetLauncher(stop: () => void): void {
  process.off('disconnect', stop);
}
