import { GetFailed, guardedGet, type Outbound } from './guarded-get.js';

const git = { 'user-agent': 'git/2 (Waymark)', accept: 'application/x-git-upload-pack-advertisement' };
const announced = '# service=git-upload-pack';

/** The pkt-lines of what came so far, without the flushes between. Source: git's documentation of its HTTP protocol. */
function* linesOf(body: Buffer): Generator<string> {
  for (let at = 0; at + 4 <= body.length; ) {
    const header = body.toString('latin1', at, at + 4);
    if (!/^[0-9a-f]{4}$/i.test(header)) return;
    const length = Number.parseInt(header, 16);
    // 0000 is a flush, 0001 and 0002 are separators; a line counts its own header.
    if (length < 4) {
      at += 4;
      continue;
    }
    if (at + length > body.length) return;
    yield body.toString('utf8', at + 4, at + length).replace(/\n$/, '');
    at += length;
  }
}

/** The commit that `HEAD` is at, which a server names first; `undefined` while that has not come. */
function headIn(body: Buffer): string | null | undefined {
  const [service, first] = linesOf(body);
  if (service !== undefined && service !== announced) return null;
  if (first === undefined) return undefined;
  const [, sha, name] = /^([0-9a-f]{40}(?:[0-9a-f]{24})?) ([^\0]+)/.exec(first) ?? [];
  return name === 'HEAD' && sha ? sha : null;
}

/**
 * The commit that a repository's default branch is at, asked of any forge by git's own protocol over https, as
 * `git ls-remote <address> HEAD` does. `null`: it does not say, is empty, or is not open to anybody.
 */
export async function readHeadCommit(repoUrl: string, out?: Outbound): Promise<string | null> {
  const address = new URL(repoUrl);
  address.pathname = `${address.pathname.replace(/\/+$/, '')}/info/refs`;
  address.search = '?service=git-upload-pack';
  address.hash = '';
  try {
    const got = await guardedGet(address.href, { headers: git, isEnough: (body) => headIn(body) !== undefined }, out);
    return got.status === 200 ? (headIn(got.body) ?? null) : null;
  } catch (error) {
    if (error instanceof GetFailed) return null;
    throw error;
  }
}
