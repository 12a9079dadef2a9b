import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';

/** Turns the text of a variable into its value, or says what is allowed instead. */
export type Parse<T> = (text: string) => { value: T } | { allowed: string };

/** A variable whose value may also be in the file that `<name>_FILE` names. */
type Secret<Name extends string, Each = Name> = Each extends `${infer Base}_FILE` ? Extract<Name, Base> : never;

/** Reads variables one by one and collects every complaint, so that the owner mends all of them at once. */
export class Reader<Name extends string> {
  readonly problems: string[] = [];

  /** Names of files are relative to `cwd`. */
  constructor(
    private readonly source: Readonly<Record<string, string | undefined>>,
    private readonly cwd = process.cwd(),
  ) {}

  problem(text: string): void {
    this.problems.push(text);
  }

  isSet(name: Name): boolean {
    return this.text(name) !== undefined;
  }

  text(name: Name): string | undefined {
    return this.source[name]?.trim() || undefined;
  }

  value<T>(name: Name, parse: Parse<T>): T | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const parsed = parse(text);
    if ('value' in parsed) return parsed.value;
    // An address can hold a password by mistake: it is not repeated on the terminal or in a log.
    const shown = /_(URL|ISSUER)$/.test(name) ? 'this value' : JSON.stringify(text);
    this.problem(`${name}: ${shown} is not allowed; give ${parsed.allowed}`);
    return undefined;
  }

  /**
   * A value that nobody else may see: in the variable itself, or in the file that `<name>_FILE` names, as containers
   * mount their secrets. A wrong one is never repeated on the terminal or in a log.
   */
  secret<T>(name: Secret<Name>, parse: Parse<T>): T | undefined {
    const fileName = `${name}_FILE` as Name;
    const [given, path] = [this.text(name), this.text(fileName)];
    if (given !== undefined && path !== undefined) {
      this.problem(`${name} and ${fileName} are both set; keep one of them`);
      return undefined;
    }
    const text = path === undefined ? given : this.readSecretFile(fileName, path);
    if (text === undefined) return undefined;
    const parsed = parse(text);
    if ('value' in parsed) return parsed.value;
    const where = path === undefined ? `${name}: this value` : `${fileName}: what ${path} holds`;
    this.problem(`${where} is not allowed; give ${parsed.allowed}`);
    return undefined;
  }

  private readSecretFile(name: Name, path: string): string | undefined {
    try {
      // Editors end a file with a newline; nothing else of a secret is touched.
      const text = readFileSync(resolve(this.cwd, path), 'utf8').replace(/\r?\n$/, '');
      if (text !== '') return text;
      this.problem(`${name}: ${path} is empty; put the secret into it`);
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
      this.problem(`${name}: ${path} cannot be read (${reason}); name a file that the user who runs Waymark may read`);
    }
    return undefined;
  }

  number(name: Name, min: number, max: number): number | undefined {
    return this.value(name, (text) => {
      const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? { value } : { allowed: `a number from ${min} to ${max}` };
    });
  }

  integer(name: Name, min: number, max: number): number | undefined {
    return this.value(name, (text) => {
      const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? { value } : { allowed: `a whole number from ${min} to ${max}` };
    });
  }
}

export function oneOf<T extends string>(values: readonly T[]): Parse<T> {
  return (text) => {
    const value = values.find((each) => each === text);
    return value === undefined ? { allowed: `one of ${values.join(', ')}` } : { value };
  };
}

export function matching(pattern: RegExp, allowed: string): Parse<string> {
  return (text) => (pattern.test(text) ? { value: text } : { allowed });
}

/** A comma-separated list; one wrong item refuses the whole. */
export function list<T>(item: Parse<T>): Parse<T[]> {
  return (text) => {
    const values: T[] = [];
    for (const each of text.split(',').map((part) => part.trim())) {
      const parsed = item(each);
      if ('allowed' in parsed) return { allowed: `${parsed.allowed}, separated by commas` };
      values.push(parsed.value);
    }
    return { value: values };
  };
}

/** An http(s) address without path, query, fragment or user: links are made by appending to it. */
export const origin: Parse<URL> = (text) => {
  const allowed = 'an address such as https://waymark.example.org, without path, query or user';
  if (!URL.canParse(text)) return { allowed };
  const url = new URL(text);
  const isBare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  return isBare && /^https?:$/.test(url.protocol) ? { value: url } : { allowed };
};

export const mailAddress: Parse<string> = matching(
  /^(?:[^<>\r\n]* )?<?[^\s<>@]+@[^\s<>@]+>?$/,
  'an address such as waymark@example.org or "Waymark <waymark@example.org>"',
);

/** A mail server, with the name and password to sign in there; their odd characters are written as %40 and the like. */
export const mailServer: Parse<string> = (text) => {
  const allowed =
    'smtp://… or smtps://… with a host, such as smtps://user:password@mail.example.org, and %40 for an @ in a password';
  if (!/^smtps?:\/\/[^\s/?#]+\/?$/.test(text) || !URL.canParse(text)) return { allowed };
  const { hostname, username, password } = new URL(text);
  try {
    decodeURIComponent(username + password);
  } catch {
    return { allowed };
  }
  return hostname === '' || (username === '') !== (password === '') ? { allowed } : { value: text };
};

/** What Express's `trust proxy` takes: an address, a network, or one of its three named ranges. */
export const trustedProxy: Parse<string> = (text) => {
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = isIP(address) === 4 ? 32 : 128;
  const isRange = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= bits);
  const isKnown = ['loopback', 'linklocal', 'uniquelocal'].includes(text);
  if (isKnown || (isIP(address) !== 0 && isRange && rest.length === 0)) return { value: text };
  return { allowed: 'addresses or networks such as 127.0.0.1 or fd00::/8, or loopback, linklocal, uniquelocal' };
};

/** `localhost`, 127.0.0.0/8 or ::1, with or without brackets. */
export function isLoopbackName(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}
