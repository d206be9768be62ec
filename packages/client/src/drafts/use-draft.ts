import { useCallback, useEffect, useRef, useState } from 'react';
import { useHeldwell } from '../client-provider.tsx';

const keepAfter = 500;

/** Unsent words: the text, a setter, and `clear` for when they were sent. */
export type Draft = { text: string; setText: (text: string) => void; clear: () => void };

/**
 * Text that survives a reload, a time-out and leaving the page: kept within half a second of the last key, and at
 * once when the page is left. `key` names the place it is written in, such as `thread:ID`.
 */
export function useDraft(key: string): Draft {
  const { drafts } = useHeldwell();
  const [typed, setTyped] = useState(() => ({ key, text: drafts.read(key) }));
  // Another place: its own words, in this very render, so that no effect can overwrite a key pressed meanwhile.
  if (typed.key !== key) setTyped({ key, text: drafts.read(key) });
  const waiting = useRef<{ key: string; text: string } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    if (waiting.current) drafts.write(waiting.current.key, waiting.current.text);
    waiting.current = null;
  }, [drafts]);

  useEffect(() => {
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [keep]);

  const setText = useCallback(
    (next: string) => {
      setTyped({ key, text: next });
      if (waiting.current?.key !== key) keep();
      waiting.current = { key, text: next };
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, keepAfter);
    },
    [key, keep],
  );
  const clear = useCallback(() => {
    setText('');
    keep();
  }, [setText, keep]);
  return { text: typed.text, setText, clear };
}
