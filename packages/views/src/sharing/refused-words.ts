import type { ResultOf } from '@heldwell/client';
import { useT } from '@heldwell/ui/i18n';
import messages from './give.messages.json';
import type { StopSharing } from './sharing-commands.ts';

type Answer = ResultOf<typeof StopSharing>['stopSharing'];
type Why = Extract<Answer, { __typename: 'SharingRefused' }>['why'];

/** Gives why access was not given or changed, in words. */
export function useRefusedWords(): (why: Why) => string {
  const t = useT(messages);
  return (why) => t(`give.refused-${why}`);
}
