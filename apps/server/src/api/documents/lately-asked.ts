import { LRUCache } from 'lru-cache';

/** Characters of all the texts something is kept for: what is made of a text takes some hundred times its length. */
const MOST_CHARACTERS = 1_000_000;

/** Keeps something for each of the documents lately asked, by their text: at most so many, and of bounded length together. */
export const latelyAsked = <Kept extends object>(most: number): LRUCache<string, Kept> =>
  new LRUCache({
    max: most,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_, text) => Math.max(1, text.length),
  });
