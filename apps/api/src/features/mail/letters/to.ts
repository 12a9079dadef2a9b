/** What every letter knows: whose it is, and who sends it. */
export interface To {
  name: string;
  instance: string;
}

/** `url` is the link, whole. */
export interface WithLink {
  url: string;
}
