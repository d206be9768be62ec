import type { ScreenQuery } from '@heldwell/client';
import { EmptyState, Link } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, type GivingFor } from '@heldwell/views';
import type { ReactNode } from 'react';
import { heldToShare } from './held.ts';
import messages from './sharing.messages.json';
import type { OwnGrant } from './sharing-documents.ts';

/** Whose sharing it is: their record, what to call them, and where their record begins. */
export type Whose = { record: string; name: string; path: string };

type ManagesProps<Found extends { viewerGrants: OwnGrant[] }> = {
  to: ScreenQuery<{ record: Found | null }>;
  whose: Whose;
  children: (found: Found, forOther: GivingFor) => ReactNode;
};

/** Shows what only somebody who may share for the person sees; says so at once when that has ended. */
export function Manages<Found extends { viewerGrants: OwnGrant[] }>({
  to,
  whose: { record, name, path },
  children,
}: ManagesProps<Found>) {
  const t = useT(messages);
  return (
    <Answer to={to} what={t('sharing.what')}>
      {({ record: found }) => {
        const held = found && heldToShare(found.viewerGrants);
        if (found && held) return children(found, { ...held, record, name });
        return (
          <EmptyState heading={t('sharing.ended', { name })}>
            <p>{t('sharing.ended-why', { name })}</p>
            <p>
              <Link to={`${path}/access`}>{t('sharing.see-own')}</Link>
            </p>
          </EmptyState>
        );
      }}
    </Answer>
  );
}
