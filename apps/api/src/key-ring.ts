/** How long an access token lives. */
export const accessSeconds = 600;

/** One signing key as `keys.json` has it. */
export interface RingKey {
  kid: string;
  /** 32 bytes as base64. */
  secret: string;
  /** ISO; missing in a file of before there was rotation: long ago. */
  madeAt?: string;
}

/** The newest first. */
export type Ring = readonly RingKey[];

const day = 86_400_000;
const rotateAfterMs = 30 * day;
/** A new key is known to every process, which look each ten seconds, before the first token is signed with it. */
export const publishedMs = 60_000;
/** As long as a token of it can live, and five minutes for clocks that differ. */
const honouredMs = accessSeconds * 1000 + 300_000;

const signsFrom = (key: RingKey) => (key.madeAt === undefined ? 0 : Date.parse(key.madeAt) + publishedMs);

/** The newest that was published long enough ago; the oldest where none was. */
export function findSigning(ring: Ring, now: Date): RingKey | undefined {
  return ring.find((key) => signsFrom(key) <= now.getTime()) ?? ring.at(-1);
}

/** Those whose tokens may live: what signs, what will sign, and what signed until a moment ago. */
export function keepHonoured(ring: Ring, now: Date): RingKey[] {
  // A key signed until any newer one began to.
  const endOf = (index: number) => Math.min(...ring.slice(0, index).map(signsFrom)) + honouredMs;
  return ring.filter((_key, index) => now.getTime() < endOf(index));
}

/** The newest has been signing for thirty days. */
export function isRotationDue(ring: Ring, now: Date): boolean {
  const [newest] = ring;
  return newest !== undefined && signsFrom(newest) + rotateAfterMs <= now.getTime();
}

/** The ring with a new key in front and without the dead ones. */
export function rotateRing(ring: Ring, fresh: Omit<RingKey, 'madeAt'>, now: Date): RingKey[] {
  return [{ ...fresh, madeAt: now.toISOString() }, ...keepHonoured(ring, now)];
}
