import { expect, it } from 'vitest';
import { HashingPool } from './hashing-pool.ts';

/** Work that ends when told to, and knows how much of it ran at once. */
function aCrowd(pool: HashingPool) {
  const endings: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const come = () =>
    pool.run(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => endings.push(resolve));
      running -= 1;
      return 'done';
    });
  const letOneGo = async () => {
    endings.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { come, letOneGo, most: () => most, underWay: () => running };
}

it('never hashes more at once than it may, and serves who waits in turn', async () => {
  const crowd = aCrowd(new HashingPool({ atOnce: 2, mostWaiting: 10 }));
  const results = Array.from({ length: 6 }, () => crowd.come());
  for (let n = 0; n < 6; n += 1) await crowd.letOneGo();
  expect(await Promise.all(results)).toEqual(Array(6).fill('done'));
  expect(crowd.most()).toBe(2);
});

it('answers TOO_BUSY at once when the queue is full, and takes the next when there is room', async () => {
  const crowd = aCrowd(new HashingPool({ atOnce: 1, mostWaiting: 1 }));
  const first = crowd.come();
  const second = crowd.come();
  await expect(crowd.come()).rejects.toMatchObject({ extensions: { code: 'TOO_BUSY' } });
  await crowd.letOneGo();
  await expect(first).resolves.toBe('done');
  const third = crowd.come();
  await crowd.letOneGo();
  await crowd.letOneGo();
  await expect(Promise.all([second, third])).resolves.toEqual(['done', 'done']);
});

it('gives its place back when the work fails', async () => {
  const pool = new HashingPool({ atOnce: 1, mostWaiting: 0 });
  await expect(pool.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(pool.run(() => Promise.resolve('well'))).resolves.toBe('well');
});
