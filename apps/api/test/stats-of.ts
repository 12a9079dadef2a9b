interface Stats {
  nReturned: number;
  totalDocsExamined: number;
}

/** What the database did for a query. Mongoose types what `explain` gives as what the query would give. */
export async function statsOf(query: { explain(how: 'executionStats'): PromiseLike<unknown> }): Promise<Stats> {
  const plan = (await query.explain('executionStats')) as { executionStats: Stats };
  return plan.executionStats;
}
