import type { DemoSignIn } from './seed-demo.js';

/** What the start prints, line by line: the password that all share, then everybody with their story. */
export function describeSignIns(signIns: readonly DemoSignIn[]): string[] {
  const width = Math.max(...signIns.map(({ email }) => email.length));
  return [
    `The demo's people are invented. Each signs in with the password ${signIns[0]?.password ?? ''}`,
    ...signIns.map(({ email, name, story }) => `  ${email.padEnd(width)}  ${name}: ${story}`),
    '',
  ];
}
