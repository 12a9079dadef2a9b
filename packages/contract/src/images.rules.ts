/** What can be sent. What is kept is always WebP. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;

export const imageLimits = {
  /** Of what is sent. */
  bytes: 10_000_000,
  /** Of what is sent: a small file can be a very large picture. */
  pixels: 50_000_000,
  /** Of what is kept, the longer side. */
  side: 1600,
  /** Of what is kept. */
  keptBytes: 1_000_000,
  perProject: 24,
  projectBytes: 12_000_000,
  memberBytes: 30_000_000,
} as const;

/** An image as a write-up names it, `image:` and 32 hexadecimal digits; it means the one of that name in its own project. */
const reference = /image:([0-9a-f]{32})(?![0-9a-f])/g;

/** The images that a write-up names, each once. */
export function imageNamesIn(writeUp: string): string[] {
  return [...new Set([...writeUp.matchAll(reference)].map(([, name]) => name ?? ''))];
}

/** As it is written into a write-up. What would end the words early is left out of them. */
export function imageReference(name: string, alt: string): string {
  const words = alt.replace(/[[\]\\\n\r]+/g, ' ').trim();
  return `![${words}](image:${name})`;
}

/** Why no more fits, or `null`: of what a project and its learner have, and what comes. */
export function whyNoRoom(
  has: { images: number; projectBytes: number; memberBytes: number },
  comingBytes: number,
): string | null {
  const { perProject, projectBytes, memberBytes } = imageLimits;
  const megabytes = (bytes: number) => `${bytes / 1_000_000} MB`;
  if (has.images >= perProject) return `A project has at most ${perProject} images. Delete one first.`;
  if (has.projectBytes + comingBytes > projectBytes) {
    return `The images of a project have at most ${megabytes(projectBytes)}. Delete one first.`;
  }
  if (has.memberBytes + comingBytes > memberBytes) {
    return `Your images have at most ${megabytes(memberBytes)} over all projects. Delete some first.`;
  }
  return null;
}
