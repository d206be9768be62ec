import type { Viewer } from './opened-session.ts';
import type { RequestScope } from './request-scope.ts';

/**
 * Lets one command of an author with this id go on at a time, to the end of the transaction. Two of them at once would
 * both find nothing stored, and the later one would fail where it should be told what the first one stored.
 * A statement sent right behind it needs no round trip of its own, and sees what the one before committed.
 */
export function oneAtATime(scope: RequestScope, viewer: Viewer, id: string): Promise<unknown> {
  return scope.query({
    name: 'one_at_a_time',
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${viewer.personId} ${id}`],
  });
}
