/** The way to a review that is the first of some; the rest of them stand in the address, so that each leads on to the next. */
export function planPath([first, ...rest]: readonly string[]): string {
  return `/reviews/${first}?${new URLSearchParams({ plan: rest.join(',') })}`;
}

/** What is still to come of a plan, by the address; `null` where there is none. */
export function readPlan(search: URLSearchParams): readonly string[] | null {
  const plan = search.get('plan');
  return plan === null ? null : plan.split(',').filter((id) => id !== '');
}
