/** The second blaze of the pair is the accent: this way. */
export function Logo() {
  return (
    <svg width="26" height="28" viewBox="0 0 26 28" aria-hidden="true">
      <rect x="2" y="8" width="10" height="18" rx="2.4" fill="var(--forest)" />
      <rect x="14" y="2" width="10" height="18" rx="2.4" fill="var(--blaze)" />
    </svg>
  );
}
