import { setTimeout as delay } from 'node:timers/promises';
import type { Heldwell } from './heldwell.ts';

const PATIENCE_MS = 20_000;

/** The text of the newest mail to an address in the demo's mailbox; waits for it, as people do. */
async function mailTo(heldwell: Heldwell, address: string, found: RegExp): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const page = await (await fetch(`${heldwell.origin}/mailbox`)).text();
    const mails = page.split('<li class="mail">').slice(1);
    const match = mails
      .filter((mail) => mail.includes(`<bdi>${address}</bdi>`))
      .map((mail) => found.exec(mail)?.[1]);
    const [newest] = match;
    if (newest) return newest;
    if (Date.now() > deadline) throw new Error(`No mail with ${found} came to ${address}.`);
    await delay(100);
  }
}

/** The path of the link mailed to an address. */
export const linkTo = async (heldwell: Heldwell, address: string): Promise<string> =>
  new URL(await mailTo(heldwell, address, /<a href="(https?:[^"]*\/invitation\/[^"]+)"/)).pathname;

/** The six digits mailed to an address. */
export const codeTo = (heldwell: Heldwell, address: string): Promise<string> =>
  mailTo(heldwell, address, /<p>(\d{6})<\/p>/);
