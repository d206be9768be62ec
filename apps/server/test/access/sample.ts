/** Some of a list, the same for the same seed, spread over all of it. */
export function sampleOf<T>(all: readonly T[], { seed, of }: { seed: number; of: number }): T[] {
  const random = generator(seed);
  return Array.from({ length: Math.min(of, all.length) }, (_, index) => {
    const start = Math.floor((index * all.length) / of);
    const end = Math.max(start + 1, Math.floor(((index + 1) * all.length) / of));
    return all[start + Math.floor(random() * (end - start))] as T;
  });
}

/** Mulberry32: numbers from 0 to 1 that a seed settles. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
