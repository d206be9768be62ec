import { useT } from './i18n/index.ts';
import messages from './ui.messages.json';

/** The kit's own words. */
export function useKitText() {
  return useT(messages);
}
