import { type OperationProblem, useCommand } from '@heldwell/client';
import { Button, Dialog, SummaryList, type SummaryRow, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import messages from './security.messages.json';
import { RemoveAuthenticator, RemovePasskey } from './security-documents.ts';
import type { SecurityFacts } from './security-facts.ts';

type Removal = { words: string; remove: () => Promise<{ problem?: OperationProblem }> };

type SureProps = { removal: Removal | undefined; onRemove: () => void; onKeep: () => void };

function SureDialog({ removal, onRemove, onKeep }: SureProps) {
  const t = useT(messages);
  return (
    <Dialog open={removal !== undefined} onClose={onKeep} heading={t('security.remove-sure')}>
      <p>{removal?.words}</p>
      <Button type="button" variant="warning" onClick={onRemove}>
        {t('security.remove')}
      </Button>{' '}
      <Button type="button" variant="secondary" onClick={onKeep}>
        {t('security.keep')}
      </Button>
    </Dialog>
  );
}

function useCodesRow(count: number): SummaryRow {
  const t = useT(messages);
  return {
    key: t('security.codes'),
    value: t('security.codes-left', { count }),
    actions: [{ label: t('security.codes-new'), hidden: t('security.codes-hidden'), to: '/security/codes' }],
  };
}

/** Passkeys, the authenticator app and recovery codes, each with its ways to add and remove. */
export function FactorRows({
  facts,
  tell,
}: {
  facts: SecurityFacts;
  tell: (problem?: OperationProblem) => void;
}) {
  const t = useT(messages);
  const format = useFormat();
  const removePasskey = useCommand(RemovePasskey).run;
  const removeAuthenticator = useCommand(RemoveAuthenticator).run;
  const [removal, setRemoval] = useState<Removal>();

  const passkeys: SummaryRow[] = facts.passkeys.map(({ id, name, addedAt, lastUsedAt }) => ({
    key: t('security.passkey-named', { name: name ?? t('security.unnamed') }),
    value: lastUsedAt
      ? t('security.passkey-used', { date: format.date(lastUsedAt) })
      : t('security.passkey-added', { date: format.date(addedAt) }),
    actions: [
      {
        label: t('security.remove'),
        hidden: t('security.passkey-hidden', { name: name ?? '' }),
        onClick: () =>
          setRemoval({
            words: t('security.passkey-remove-why', { name: name ?? t('security.unnamed') }),
            remove: () => removePasskey({ passkey: id }),
          }),
      },
    ],
  }));
  const codesRow = useCodesRow(facts.recoveryCodesLeft);
  const rows: SummaryRow[] = [
    ...passkeys,
    {
      key: t(passkeys.length > 0 ? 'security.passkey-another' : 'security.passkeys'),
      value: t(passkeys.length > 0 ? 'security.passkey-another-what' : 'security.passkeys-none'),
      actions: [{ label: t('security.add'), hidden: t('security.passkeys-hidden'), to: '/security/passkey' }],
    },
    {
      key: t('security.authenticator'),
      value: facts.authenticatorSince
        ? t('security.authenticator-since', { date: format.date(facts.authenticatorSince) })
        : t('security.authenticator-none'),
      actions: [
        {
          label: t(facts.authenticatorSince ? 'security.replace' : 'security.set-up'),
          hidden: t('security.authenticator-hidden'),
          to: '/security/authenticator',
        },
        ...(facts.authenticatorSince
          ? [
              {
                label: t('security.remove'),
                hidden: t('security.authenticator-hidden'),
                onClick: () =>
                  setRemoval({
                    words: t('security.authenticator-remove-why'),
                    remove: () => removeAuthenticator({}),
                  }),
              },
            ]
          : []),
      ],
    },
  ];
  if (facts.passkeys.length > 0 || facts.authenticatorSince) rows.push(codesRow);
  const carryOut = async () => {
    setRemoval(undefined);
    tell((await removal?.remove())?.problem);
  };
  return (
    <>
      <SummaryList rows={rows} />
      <SureDialog removal={removal} onRemove={() => void carryOut()} onKeep={() => setRemoval(undefined)} />
    </>
  );
}
