import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { DemoUrl, Email, Handle, JoinCode, Name, NewProject, RepoPath, RepoUrl, Slug, TimeZone } from './index.js';

const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;
const host = 'https://git.example/';

describe('a repository’s address', () => {
  it.each([
    'https://git.example/ada/notes',
    'https://git.example:8443/ada/notes.git',
    'https://git.example/ada/caf%C3%A9?tab=readme#use',
    `${host}${'a'.repeat(2048 - host.length)}`,
  ])('takes %s', (url) => expect(takes(RepoUrl, url)).toBe(true));

  const hostile: [name: string, url: string][] = [
    ['a script', 'javascript:alert(1)'],
    ['a script in capitals', 'JaVaScRiPt:alert(1)'],
    ['a script that looks like an address', 'javascript://git.example/%0aalert(1)'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['another protocol', 'ssh://git.example/ada'],
    ['a file', 'file:///etc/passwd'],
    ['no protocol', 'git.example/ada'],
    ['one of the page’s', '//git.example/ada'],
    ['a user', 'https://ada@git.example/notes'],
    ['a user and password', 'https://ada:secret@git.example/notes'],
    ['an empty user', 'https://@git.example/notes'],
    ['a host made to look like another', 'https://git.example:x@evil.example/'],
    ['right-to-left override', 'https://git.example/\u202egpj.exe'],
    ['a right-to-left mark', 'https://git.example/\u200f'],
    ['an isolate', 'https://git.example/\u2066a\u2069'],
    ['a NUL', 'https://git.example/\0'],
    ['a tab within', 'java\tscript:alert(1)'],
    ['a line break', 'https://git.example/\nHost: evil'],
    ['a C1 control', 'https://git.example/\u0085'],
    ['spaces around', ' https://git.example/ '],
    ['2,049 characters', `${host}${'a'.repeat(2049 - host.length)}`],
    ['no host', 'https://'],
    ['nothing', ''],
  ];
  it.each(hostile)('refuses %s, as does the demo’s', (_name, url) => {
    expect(takes(RepoUrl, url)).toBe(false);
    expect(takes(DemoUrl, url)).toBe(false);
  });

  it('is https; a demo may be plain http', () => {
    expect(takes(RepoUrl, 'http://git.example/ada')).toBe(false);
    expect(takes(DemoUrl, 'http://demo.example/')).toBe(true);
  });

  it('whatever is taken leads by https to a host, without a user', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string({ unit: 'grapheme' }).map((text) => `https://${text}`),
          fc.string(),
        ),
        (text) => {
          if (!takes(RepoUrl, text)) return;
          const url = new URL(text);
          expect([url.protocol, url.username, url.password]).toEqual(['https:', '', '']);
          expect(url.hostname).not.toBe('');
        },
      ),
    );
  });
});

describe('a folder of the repository', () => {
  it.each(['', 'services', 'services/api', 'a b/c', '...', '.github/workflows', 'a'.repeat(300)])(
    'takes “%s”',
    (path) => {
      expect(takes(RepoPath, path)).toBe(true);
    },
  );
  it.each([
    '/services',
    'services/',
    '..',
    '../x',
    'a/../b',
    'a/..',
    './a',
    'a//b',
    'a\0b',
    'a\nb',
    'a\u202eb',
    'a\u061cb',
    '%2e%2e/x',
    'a/%2E%2E%2Fb',
    'a'.repeat(301),
  ])('refuses %j', (path) => {
    expect(takes(RepoPath, path)).toBe(false);
  });
});

describe('values of an account', () => {
  it.each([
    ['ada@demo.example', true],
    ["o'hara+way@mail.example", true],
    ['ada@münchen.example', true],
    ['a@b', true],
    ['ada', false],
    ['@demo.example', false],
    ['ada@', false],
    ['ada@demo@example', false],
    ['ada @demo.example', false],
    ['ada@demo .example', false],
    ['äda@demo.example', false],
    ['ada\0@demo.example', false],
    [`${'a'.repeat(65)}@demo.example`, false],
    [`a@${'b'.repeat(253)}`, false],
  ])('the address %j: %s', (email, isTaken) => expect(takes(Email, email)).toBe(isTaken));

  it('takes no object for an address', () => {
    for (const value of [{ $gt: '' }, ['ada@demo.example'], null, 7]) expect(takes(Email, value)).toBe(false);
  });

  it.each([
    ['ada', true],
    ['ada-lovelace', true],
    ['a1b', true],
    ['a'.repeat(30), true],
    ['ab', false],
    ['a'.repeat(31), false],
    ['Ada', false],
    ['-ada', false],
    ['ada-', false],
    ['ada_l', false],
    ['äda', false],
    ['ada\n', false],
  ])('the handle %j: %s', (handle, isTaken) => expect(takes(Handle, handle)).toBe(isTaken));

  it.each([
    ['Ada', 'Ada'],
    ['  Ada Obi ', 'Ada Obi'],
    ['Զարա', 'Զարա'],
    ['', null],
    ['  ', null],
    ['a'.repeat(81), null],
    ['Ada\u202e', null],
    ['A\0da', null],
  ])('the name %j', (name, kept) => expect(Name.safeParse(name).data ?? null).toBe(kept));

  it.each([
    ['Europe/Berlin', true],
    ['UTC', true],
    ['Mars/Olympus', false],
    ['', false],
    ['a'.repeat(65), false],
  ])('the zone %s: %s', (zone, isTaken) => expect(takes(TimeZone, zone)).toBe(isTaken));
});

describe('a join code', () => {
  it.each([
    ['ABCDE23456', 'ABCDE23456'],
    ['abcde-23456', 'ABCDE23456'],
    [' abcde 234\t56\n', 'ABCDE23456'],
    ['a-b-c-d-e-2-3-4-5-6', 'ABCDE23456'],
    ['ABCDE2345', null],
    ['ABCDE234567', null],
    ['ABCDE_3456', null],
    ['', null],
    [' '.repeat(41), null],
  ])('%j is %s', (typed, code) => expect(JoinCode.safeParse(typed).data ?? null).toBe(code));

  it('is the same however it is typed, and folding it again changes nothing', () => {
    const letter = fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTVWXYZ');
    const typed = fc.array(fc.tuple(letter, fc.boolean(), fc.constantFrom('', ' ', '-')), {
      minLength: 10,
      maxLength: 10,
    });
    fc.assert(
      fc.property(typed, (keys) => {
        const text = keys.map(([key, isSmall, gap]) => (isSmall ? key.toLowerCase() : key) + gap).join('');
        const code = JoinCode.parse(text);
        expect(code).toBe(keys.map(([key]) => key).join(''));
        expect(JoinCode.parse(code)).toBe(code);
      }),
    );
  });
});

describe('other values', () => {
  it.each([
    ['http', true],
    ['sql-vs-nosql', true],
    ['oauth-2', true],
    ['SQL', false],
    ['a--b', false],
    ['-a', false],
    ['a-', false],
    ['a b', false],
    ['../a', false],
    ['$where', false],
    ['a'.repeat(81), false],
  ])('the slug %j: %s', (slug, isTaken) => expect(takes(Slug, slug)).toBe(isTaken));

  it('a project needs a title alone, and is private until its learner says otherwise', () => {
    expect(NewProject.parse({ title: ' Notes ' })).toMatchObject({
      title: 'Notes',
      build: 'idea',
      visibility: 'private',
      isArchived: false,
      covers: [],
    });
    expect(takes(NewProject, { title: ' ' })).toBe(false);
    expect(takes(NewProject, { title: 'Notes', writeUp: 'a'.repeat(10_001) })).toBe(false);
    expect(takes(NewProject, { title: 'Notes', hours: -1 })).toBe(false);
  });
});
