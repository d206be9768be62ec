import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

it('who asks for much waits behind themself, and others behind one turn of theirs', async () => {
  const turns = new Turns(1);
  const done: string[] = [];
  const asks = (who: string) =>
    turns.take(who, async () => {
      await pause();
      done.push(who);
    });
  await Promise.all([...Array.from({ length: 50 }, () => asks('much')), asks('little')]);
  expect(done.indexOf('little')).toBe(1);
  expect(done).toHaveLength(51);
});

it('as much runs at once as there are turns, one of each who asks', async () => {
  const turns = new Turns(3);
  const running = new Map<string, number>();
  let [most, mostOfOne] = [0, 0];
  const asks = (who: string) =>
    turns.take(who, async () => {
      running.set(who, (running.get(who) ?? 0) + 1);
      most = Math.max(
        most,
        [...running.values()].reduce((one, other) => one + other),
      );
      mostOfOne = Math.max(mostOfOne, running.get(who) ?? 0);
      await pause();
      running.set(who, (running.get(who) ?? 1) - 1);
    });
  await Promise.all(Array.from({ length: 40 }, (_, n) => asks(`${n % 5}`)));
  expect([most, mostOfOne]).toEqual([3, 1]);
});

it('work that fails says so, and lets the next go on', async () => {
  const turns = new Turns(1);
  const failing = turns.take('one', () => Promise.reject(new Error('broken')));
  const after = turns.take('one', () => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('broken');
  expect(await after).toBe('done');
});

it('who comes with a single wish goes before those who have many, and those are not forgotten', async () => {
  const turns = new Turns(1);
  const done: string[] = [];
  const singles: Promise<void>[] = [];
  const asks = (who: string) =>
    turns.take(who, async () => {
      await pause();
      done.push(who);
      // Most have had a turn by now, and each wants one more: twenty turns that would all come first.
      if (done.length === 20) for (let n = 0; n < 12; n += 1) singles.push(asks(`single ${n}`));
    });
  await Promise.all(Array.from({ length: 40 }, (_, n) => asks(`many ${n % 20}`)));
  await Promise.all(singles);
  const last = done.findLastIndex((who) => who.startsWith('single'));
  const between = done.slice(20, last).filter((who) => who.startsWith('many')).length;
  expect(between).toBeGreaterThan(1);
  expect(between).toBeLessThan(12);
});
