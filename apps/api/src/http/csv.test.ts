import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvRecord } from './csv.js';

/** RFC 4180 as anybody else would read it, and nothing of how we write it. */
function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  for (let place = 0; place < text.length; ) {
    let cell = '';
    if (text[place] === '"') {
      for (place += 1; ; place += 1) {
        if (text[place] === '"' && text[place + 1] !== '"') break;
        if (text[place] === '"') place += 1;
        if (place >= text.length) throw new Error('a quote is never closed');
        cell += text[place];
      }
      place += 1;
    } else {
      while (place < text.length && text[place] !== ',' && !text.startsWith('\r\n', place)) {
        if (/["\r\n]/.test(text[place] ?? '')) throw new Error('a quote or a line break that is not quoted');
        cell += text[place];
        place += 1;
      }
    }
    record.push(cell);
    if (text[place] === ',') place += 1;
    else if (text.startsWith('\r\n', place)) {
      records.push(record);
      record = [];
      place += 2;
    } else throw new Error(`something follows a cell: ${text.slice(place, place + 5)}`);
  }
  return records;
}

const dangerous = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/** What a reader does who knows that we put a quote before what looks like a formula. */
const undo = (cell: string) => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...dangerous, "'", '"', ',', ' ', 'a', '1', '\r\n') }),
);
const record = fc.array(cell, { minLength: 1, maxLength: 6 });

it('is read back as what was written, by RFC 4180', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 5 }), (records) => {
      const read = readCsv(records.map(csvRecord).join(''));
      expect(read.map((cells) => cells.map(undo))).toEqual(records);
    }),
    { numRuns: 2000 },
  );
});

it('begins no cell with what a spreadsheet would run', () => {
  fc.assert(
    fc.property(record, (cells) => {
      for (const text of readCsv(csvRecord(cells))[0] ?? []) expect(dangerous).not.toContain(text[0]);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['=1+1', "'=1+1\r\n"],
  ['＝1+1', "'＝1+1\r\n"],
  ["'=1", "''=1\r\n"],
  ["'quoted'", "'quoted'\r\n"],
  ['\r=1', '"\'\r=1"\r\n'],
  ['say "hi", all', '"say ""hi"", all"\r\n'],
  [' =1', '" =1"\r\n'],
  ['', '\r\n'],
  ['1-1', '1-1\r\n'],
])('writes %j as %j', (text, written) => {
  expect(csvRecord([text])).toBe(written);
});
