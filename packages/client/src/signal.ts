/** A thing that can be said and listened to. */
export type Signal<Word> = {
  send: (word: Word) => void;
  /** Returns a function that stops listening. */
  listen: (listener: (word: Word) => void) => () => void;
};

/** Makes a signal; listeners are called in the order they came. */
export function createSignal<Word>(): Signal<Word> {
  const listeners = new Set<(word: Word) => void>();
  return {
    send: (word) => {
      for (const listener of [...listeners]) listener(word);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
