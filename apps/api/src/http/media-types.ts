/** Of what an endpoint writes as it is, by what its contract calls `streamed`. */
export const mediaTypes = { json: 'application/json', csv: 'text/csv; charset=utf-8', svg: 'image/svg+xml' } as const;
