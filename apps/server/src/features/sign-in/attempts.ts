import { createHmac } from 'node:crypto';
import { asSystem } from '../../platform/as-system.ts';
import type { Services } from '../../platform/context.ts';

/** Tries allowed of one subject in a window. */
export interface Limit {
  tries: number;
  seconds: number;
}

export const LIMITS = {
  email: { tries: 10, seconds: 900 },
  address: { tries: 100, seconds: 900 },
  // Of a person who looks for records by NHS number: asking for access, or in an emergency.
  lookup: { tries: 60, seconds: 3600 },
  // Of a person who is asked for a code or a passkey, at the second step or before a weighty act.
  factor: { tries: 10, seconds: 900 },
  // Mails to one address that nobody who is signed in asked for.
  mail: { tries: 5, seconds: 3600 },
  // Of an address letters are tried from: each letter counts its own tries besides.
  letter: { tries: 30, seconds: 900 },
} as const satisfies Record<string, Limit>;

/**
 * Counts a try of something limited and says how long to wait when there were too many; 0 when it may go on.
 * Stored under a keyed hash: the table tells nobody's e-mail or address.
 */
export async function waitBefore(
  services: Services,
  kind: keyof typeof LIMITS,
  subject: string,
): Promise<number> {
  const { tries, seconds } = LIMITS[kind];
  const key = createHmac('sha256', services.secret).update(`attempt ${kind} ${subject}`).digest();
  const now = services.clock().getTime();
  const start = new Date(Math.floor(now / (seconds * 1000)) * seconds * 1000);
  const count = await asSystem(services.database, 'count a sign-in attempt', async (manager) => {
    const [row] = await manager.query<{ count: number }[]>(
      `insert into heldwell.attempt as a (subject, window_start, count) values ($1, $2, 1)
       on conflict (subject, window_start) do update set count = a.count + 1 returning count`,
      [key, start],
    );
    return row?.count ?? 1;
  });
  // Counted all the same where nobody waits: what is measured there is what happens elsewhere.
  if (services.rateLimits === 'off') return 0;
  return count > tries ? Math.ceil((start.getTime() + seconds * 1000 - now) / 1000) : 0;
}
