import { Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { ReactNode } from 'react';
import messages from './provider.messages.json';

const KNOWN = [
  'cancelled',
  'expired',
  'failed',
  'prove',
  'incomplete',
  'waits',
  'under-16',
  'email-taken',
  'no-email',
  'linked-already',
  'has-sign-in',
  'not-yours',
  'no-team',
  'other-organisation',
  'unknown-provider',
] as const;

/** Why signing in by somebody else who knows the person did not work; an unknown word is "failed". */
export type ProviderProblem = (typeof KNOWN)[number];

export const providerProblem = (word: string | undefined): ProviderProblem =>
  KNOWN.find((known) => known === word) ?? 'failed';

/** What happened on the way back from another sign-in, and what to do next. `children` leads on. */
export function ProviderProblemPage({ why, children }: { why: ProviderProblem; children: ReactNode }) {
  const t = useT(messages);
  return (
    <Page title={t(`provider.${why}`)}>
      <p>{t(`provider.${why}-why`)}</p>
      <p>{t(`provider.${why}-next`)}</p>
      {children}
    </Page>
  );
}
