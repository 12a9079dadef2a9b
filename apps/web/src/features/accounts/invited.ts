/** What the page of an invitation hands to the one of sign-up. */
export interface Invited {
  invitation: string;
  /** Where it was mailed to; empty where it was handed on. */
  email: string;
}

/** The browser keeps a page's state over a reload, and other versions of this page may have written it. */
export function readInvited(state: unknown): Partial<Invited> {
  const { invitation, email } = (state ?? {}) as Partial<Record<keyof Invited, unknown>>;
  return {
    ...(typeof invitation === 'string' && { invitation }),
    ...(typeof email === 'string' && { email }),
  };
}
