import { expect, it } from 'vitest';
import { advertisement, forge, here, line, commitNamed as sha } from '../../test/near-web.js';
import { readHeadCommit } from './ls-remote.js';

it('asks a forge by git’s own protocol which commit its default branch is at', async () => {
  const { address, asked, out } = await forge(advertisement(`${sha} HEAD\0multi_ack symref=HEAD:refs/heads/main\n`));
  expect(await readHeadCommit(`${address}/`, out)).toBe(sha);
  expect(asked).toEqual(['/ada/shortener/info/refs?service=git-upload-pack']);
});

it.each([
  ['an empty repository', advertisement(`${'0'.repeat(40)} capabilities^{}\0multi_ack\n`), 200],
  ['a page', '<!doctype html><title>Hello</title>', 200],
  ['one that is private', advertisement(`${sha} HEAD\0x\n`), 401],
  ['half an answer', advertisement(`${sha} HEAD\0x\n`).slice(0, 50), 200],
  ['another service', `${line('# service=git-receive-pack\n')}0000${line(`${sha} HEAD\0x\n`)}`, 200],
  ['nothing', '', 200],
])('does not guess where it is told nothing: %s', async (_, body, status) => {
  const { address, out } = await forge(body, status);
  expect(await readHeadCommit(address, out)).toBeNull();
});

it('trusts no certificate that is not vouched for', async () => {
  const { address } = await forge(advertisement(`${sha} HEAD\0x\n`));
  expect(await readHeadCommit(address, here)).toBeNull();
});
