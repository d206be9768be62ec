/** How large text is on this device. */
export type TextSize = 'usual' | 'large' | 'largest';

const storageKey = 'heldwell.text-size';
const percent: Record<TextSize, string> = { usual: '', large: '118%', largest: '140%' };

/** The size chosen on this device; "usual" where nothing was, or can be, kept. */
export function chosenTextSize(): TextSize {
  try {
    const kept = window.localStorage.getItem(storageKey);
    return kept === 'large' || kept === 'largest' ? kept : 'usual';
  } catch {
    return 'usual';
  }
}

/** Shows all text at a size, the chosen one unless told. Every length of the style sheet hangs on it. */
export function showTextSize(size: TextSize = chosenTextSize()): void {
  document.documentElement.style.fontSize = percent[size];
}

/** Keeps a size on this device and shows it. Where nothing can be kept it lasts as long as the page. */
export function chooseTextSize(size: TextSize): void {
  showTextSize(size);
  try {
    window.localStorage.setItem(storageKey, size);
  } catch {
    return;
  }
}
