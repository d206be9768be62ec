import { type RefObject, useLayoutEffect, useState } from 'react';

/** The width of an element in CSS pixels, so that a drawing's text keeps its size; `atFirst` until it is measured. */
export function useWidth(box: RefObject<HTMLElement | null>, atFirst: number): number {
  const [width, setWidth] = useState(atFirst);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
