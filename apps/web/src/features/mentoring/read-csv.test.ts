import { expect, it } from 'vitest';
import { readCsv, readFile } from './read-csv';

const ann = { name: 'Doe, Ann', email: 'ann@example.org' };
const bo = { name: 'Bo "B" Li', email: 'bo@example.org' };

it.each([
  ['commas', 'name,email\n"Doe, Ann",ann@example.org\n"Bo ""B"" Li",bo@example.org\n'],
  [
    'semicolons, the other way round',
    'E-Mail;Name\r\nann@example.org;"Doe, Ann"\r\nbo@example.org;"Bo ""B"" Li"\r\n\r\n',
  ],
  ['tabs', 'Name\tEmail\n"Doe, Ann"\tann@example.org\n"Bo ""B"" Li"\tbo@example.org'],
  [
    'a byte order mark, and columns besides',
    '\ufeffid,Email,Name\n1,ann@example.org,"Doe, Ann"\n2,bo@example.org,"Bo ""B"" Li"\n',
  ],
])('reads a list with %s', (_name, text) => {
  const read = readCsv(text);
  expect('lines' in read && read.lines.map(({ name, email }) => ({ name, email }))).toEqual([ann, bo]);
});

it('reads one address per line', () => {
  expect(readCsv('ann@example.org\nbo@example.org\n')).toMatchObject({
    lines: [{ email: ann.email }, { email: bo.email }],
  });
});

it('reads a file as UTF-8, and else as older spreadsheets save it', async () => {
  expect(await readFile(new File(['Jörg'], 'a.csv'))).toBe('Jörg');
  expect(await readFile(new File([new Uint8Array([0x4a, 0xf6, 0x72, 0x67])], 'a.csv'))).toBe('Jörg');
});
