import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../../platform/as-system.ts';
import type { Context } from '../../../platform/context.ts';
import { sealSaid } from '../../../platform/sealing/said-of-access.ts';
import { newToken, tokenHash } from '../../../platform/secrets.ts';
import { deviceWords } from './device-words.ts';

const DAYS = 30;

/** Whether this device spares the person the second step: it was remembered, is not forgotten, and not too long ago. */
export async function isRemembered(context: Context, runs: SystemRuns, personId: string): Promise<boolean> {
  if (!context.deviceToken) return false;
  const rows = await runs.query<{ id: string }>({
    text: `select id from heldwell.remembered_device where token_hash = $1 and person_id = $2
      and forgotten_at is null and expires_at > heldwell.now()`,
    values: [tokenHash(context.deviceToken), personId],
  });
  return rows.length > 0;
}

/** Remembers this device for thirty days; its cookie goes out when the operation has committed. */
export async function rememberDevice(context: Context, runs: SystemRuns, personId: string): Promise<void> {
  const token = newToken();
  const id = uuidv7();
  await runs.query({
    text: `insert into heldwell.remembered_device (id, person_id, token_hash, device, remembered_at, expires_at)
      values ($1, $2, $3, $4, heldwell.now(), heldwell.now() + make_interval(days => ${DAYS}))`,
    values: [
      id,
      personId,
      tokenHash(token),
      await sealSaid(runs, { place: 'remembered_device.device', row: id }, deviceWords(context.agent)),
    ],
  });
  context.cookies.remember(token, DAYS * 86_400);
}
