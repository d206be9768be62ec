import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { EventBus } from '../platform/events.ts';
import { logger } from '../platform/logger.ts';

/** A download that lasts only as long as its reader may have the file. */
interface Download {
  raw: ServerResponse;
  bytes: AsyncIterable<Buffer>;
  /** What told of changes of access since before the file was judged; ended here. */
  changes: ReturnType<EventBus['subscribe']>;
  /** Milliseconds until it is to be asked again at the latest; null once access is gone. */
  judge(): Promise<number | null>;
}

/**
 * A file's bytes while access lasts: each change of access asks again, and so does time. Where the answer is no, or the
 * file is found broken, the connection is reset and what lies in its buffers dropped: what is cut short is not taken for whole.
 */
export function whileAllowed({ raw, bytes, changes, judge }: Download): Readable {
  let over = false;
  const cut = () => {
    if (over) return;
    over = true;
    raw.socket?.resetAndDestroy();
    raw.destroy();
  };
  raw.once('close', () => {
    over = true;
    void changes.return?.();
  });
  watch({ changes, judge, isOver: () => over }).then(
    (gone) => gone && cut(),
    (error: unknown) => {
      logger.error({ reason: (error as Error).message }, 'a download could not be judged again');
      cut();
    },
  );
  async function* allowed(): AsyncGenerator<Buffer> {
    try {
      for await (const piece of bytes) {
        if (over) return;
        yield piece;
      }
    } catch (error) {
      logger.error({ reason: (error as Error).message }, 'a download broke off');
      cut();
      throw error;
    }
  }
  return Readable.from(allowed(), { objectMode: false });
}

interface Watch extends Pick<Download, 'changes' | 'judge'> {
  isOver(): boolean;
}

/** Asks again whenever something changed or time is up; true once access is gone. */
async function watch({ changes, judge, isOver }: Watch): Promise<boolean> {
  let next = changes.next();
  for (let wait: number | null = 0; wait !== null; wait = await judge()) {
    const heard = await within(next, wait);
    if (isOver() || heard === 'ENDED') return false;
    if (heard === 'CHANGED') next = changes.next();
  }
  return !isOver();
}

/** What comes first: a change, or the end of the wait. */
async function within(next: Promise<{ done?: boolean }>, ms: number): Promise<'CHANGED' | 'ENDED' | 'TIME'> {
  let timer: NodeJS.Timeout | undefined;
  const time = new Promise<'TIME'>((resolve) => {
    timer = setTimeout(() => resolve('TIME'), ms + 1);
  });
  try {
    return await Promise.race([
      next.then(({ done }) => (done ? ('ENDED' as const) : ('CHANGED' as const))),
      time,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
