/** A file has at most so many lines, and goes to the server in parts of so many. */
export const mostRosterLines = 5000;
export const rosterPartLines = 200;

/**
 * What becomes of a line. `in-cohort`: whoever accepted an invitation to this address shares with the cohort now; that
 * somebody with this address came in another way is not said, since which address they have is theirs to tell.
 */
export const rosterResults = ['invite', 'in-cohort', 'invited', 'not-an-address', 'twice', 'own'] as const;
export type RosterResult = (typeof rosterResults)[number];

export interface RosterLine {
  /** In the file, from 1; the header is one too. */
  row: number;
  name: string;
  email: string;
}

/** What a line will come to: as the server says, or that today's letters are used up before it. */
export type LineVerdict = RosterResult | 'beyond-limit';

export type RosterTable =
  | { lines: RosterLine[] }
  /** `no-email`: no column is called so, and none holds an address. */
  | { wrong: 'empty' | 'no-email' | 'too-long' };

const headers = {
  email: /^(e-?mail|mail|email ?address|e-mail ?address|address)$/,
  name: /^(name|full ?name|learner|student|participant)$/,
};

/** A spreadsheet that was warned of a formula has a `'` before it; a cell may have come with blanks of any kind. */
export function readCell(cell: string): string {
  const text = cell.replace(/^\ufeff/, '').trim();
  return text.replace(/^'+(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/, '').trim();
}

const looksLikeAddress = (cell: string) => /^[^\s@]+@[^\s@]+$/.test(cell);

/** The lines of a table as a parser cuts it: with a header in any order and case, or without one. */
export function readRoster(table: readonly (readonly string[])[]): RosterTable {
  const rows = table
    .map((cells, place) => ({ row: place + 1, cells: cells.map(readCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first, ...rest] = rows;
  if (!first) return { wrong: 'empty' };
  const named = first.cells.map((cell) => cell.toLowerCase().replace(/[\s_]+/g, ' '));
  const hasHeader = named.some((cell) => headers.email.test(cell));
  const emailAt = hasHeader
    ? named.findIndex((cell) => headers.email.test(cell))
    : first.cells.findIndex(looksLikeAddress);
  if (emailAt < 0) return { wrong: 'no-email' };
  const found = hasHeader
    ? named.findIndex((cell) => headers.name.test(cell))
    : first.cells.findIndex((_, at) => at !== emailAt);
  const taken = hasHeader ? rest : rows;
  if (taken.length === 0) return { wrong: 'empty' };
  if (taken.length > mostRosterLines) return { wrong: 'too-long' };
  return {
    lines: taken.map(({ row, cells }) => ({ row, name: cells[found] ?? '', email: cells[emailAt] ?? '' })),
  };
}

/**
 * One verdict per line of the whole file, of what the server said part by part: an address that stood in an earlier line
 * is there twice, and once today's letters are used up, nothing more is sent.
 */
export function judgeRoster(
  lines: readonly Pick<RosterLine, 'email'>[],
  results: readonly RosterResult[],
  lettersLeft: number,
): LineVerdict[] {
  const seen = new Set<string>();
  let left = lettersLeft;
  return lines.map(({ email }, place) => {
    const result = results[place] ?? 'not-an-address';
    if (result === 'not-an-address') return result;
    const key = email.toLowerCase();
    if (seen.has(key)) return 'twice';
    seen.add(key);
    if (result !== 'invite') return result;
    left -= 1;
    return left < 0 ? 'beyond-limit' : 'invite';
  });
}

/** In parts that the server takes. */
export function partsOf<T>(lines: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(lines.length / rosterPartLines) }, (_, part) =>
    lines.slice(part * rosterPartLines, (part + 1) * rosterPartLines),
  );
}
