/** Who came back, by the word of the provider. */
export interface Proved {
  /** What the provider never gives to anybody else. */
  subject: string;
  /** As the provider calls this person: an address or a user name. */
  label: string;
  name: string | undefined;
  email: string | undefined;
  isEmailVerified: boolean;
}

/** What one way there and back has for itself alone. */
export interface Journey {
  state: string;
  /** Of PKCE: proves that the code is redeemed by whoever asked for it. */
  verifier: string;
  /** Comes back inside the signed answer, where there is one. */
  nonce: string;
}

/** Somewhere that members sign in by. Both throw problems that can be told to them, never anything else. */
export interface Provider {
  id: string;
  /** What the button says. */
  name: string;
  /** Where to send the browser. `isFresh`: the member is to sign in there anew. */
  authorizationUrl(journey: Journey, isFresh: boolean): Promise<string>;
  /** `query`: what the browser came back with. `secondsAgo`: the member has to have signed in there since. */
  identify(journey: Journey, query: string, secondsAgo?: number): Promise<Proved>;
}
