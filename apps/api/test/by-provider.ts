import { Wanderer } from './browser.js';
import { cookieOf, type Member } from './build.js';
import { type Client, clientOf } from './client.js';
import { clientId, clientSecret, type OidcServer } from './oidc.js';
import type { TestApp } from './start.js';

interface Starting {
  purpose?: 'sign-in' | 'link' | 'step-up';
  next?: string;
  staySignedIn?: boolean;
  invitation?: string;
}

/** How somebody is at the provider, and what a meddler changes on the way. */
interface There {
  as?: string;
  /** Signed in so many seconds ago, as the provider has it. */
  ago?: number;
  deny?: boolean;
  meddle?: (url: URL) => void;
}

interface Finishing {
  code?: string;
  headers?: Record<string, string>;
}

/** The settings of the owner for that provider. */
export function settingsFor(oidc: OidcServer) {
  return { oidc: { issuer: oidc.issuer, clientId, clientSecret, name: 'School' } };
}

/** One browser: its cookie of ours, its cookies of the provider's. With a `client` that is a member: signed in here. */
export class Traveller {
  way: string | undefined;
  private readonly wanderer = new Wanderer();

  constructor(
    readonly app: TestApp,
    readonly client: Client = clientOf(app),
    readonly provider = 'oidc',
  ) {}

  async start(body: Starting = {}) {
    const headers = this.way ? { cookie: this.way } : {};
    const params = { provider: this.provider };
    const started = await this.client.call('startIdentity', { params, body, headers });
    this.way = cookieOf(started.headers['set-cookie']) ?? this.way;
    return started;
  }

  /** From the address that `start` gave, over the provider's pages, to the query that it comes back with. */
  async go(url: string, { as, ago, deny, meddle }: There = {}): Promise<string> {
    const back = await this.wanderer.follow(url, this.app.address, (address) => {
      const asked = new URL(address);
      if (asked.pathname.startsWith('/interaction/')) {
        if (as) asked.searchParams.set('as', as);
        if (ago) asked.searchParams.set('ago', String(ago));
        if (deny) asked.searchParams.set('deny', '1');
      }
      meddle?.(asked);
      return asked.href;
    });
    return back.search;
  }

  finish(query: string, { code, headers }: Finishing = {}) {
    const body = { query, ...(code !== undefined && { code }) };
    const cookie: Record<string, string> = this.way ? { cookie: this.way } : {};
    const params = { provider: this.provider };
    return this.client.call('finishIdentity', { params, body, headers: { ...cookie, ...headers } });
  }

  /** There and back again. */
  async travel(there: There = {}, body: Starting = {}, finishing: Finishing = {}) {
    const { url } = (await this.start(body)).body;
    return this.finish(await this.go(url, there), finishing);
  }
}

/** Comes by the provider, and is a client with the session that this gave. */
export async function comeIn(app: TestApp, as: string): Promise<Member> {
  const answered = await new Traveller(app).travel({ as });
  const { signedIn } = answered.body;
  if (!signedIn) throw new Error('signing in gives a session');
  const { account, accessToken } = signedIn;
  const client = clientOf(app, accessToken, cookieOf(answered.headers['set-cookie']));
  return Object.assign(client, { id: account.id, email: account.email, password: '', account });
}
