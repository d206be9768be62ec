import { vi } from 'vitest';
import { RequestScope } from '../../src/platform/request-scope.ts';

/** How many statements of its own a piece of work asked for: without begin, viewer, access log, notices and commit. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(RequestScope.prototype, 'query');
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}
