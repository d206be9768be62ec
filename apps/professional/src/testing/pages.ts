/** An answer with one page of rows. */
export const page = (nodes: readonly unknown[]) => ({
  nodes,
  pageInfo: { hasNextPage: false, endCursor: null as string | null },
});
