import { Card, SummaryList, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { ReactNode } from 'react';
import { LabelList } from '../labels/label-tag.tsx';
import { useEndWords } from './end-words.ts';
import {
  type ShownGrant,
  useBasisWords,
  useGranteeWords,
  useRightName,
  useScopeWords,
} from './grant-words.ts';
import messages from './sharing.messages.json';

type GrantSummaryProps = {
  grant: ShownGrant;
  /** The patient reads it. */
  own?: boolean;
  /** In place of the grantee's name, where it is the reader. */
  heading?: ReactNode;
  headingLevel?: 2 | 3;
  /** What may be done about it. */
  children?: ReactNode;
};

/** One grant in words: who, which labels, which rights, since when, until when and why. */
export function GrantSummary(props: GrantSummaryProps) {
  const { grant, own = false, heading, headingLevel = 2, children } = props;
  const t = useT(messages);
  const format = useFormat();
  const rightOf = useRightName();
  const basisOf = useBasisWords();
  const granteeOf = useGranteeWords();
  const endOf = useEndWords();
  const scopeOf = useScopeWords();
  const { grantee, labels, rights, validFrom, basis, givenBy, givenForPatient } = grant;
  const actions = rights.filter((right) => right !== 'SEE').map(rightOf);
  const from = format.date(validFrom);
  const until = endOf(grant, own);
  const isDated = grant.validUntil && !grant.endsWith;
  const begun = until ? t('sharing.since-until', { from, until }) : t('sharing.since', { from });
  const when = isDated ? t('sharing.from-to', { from, to: format.dateTime(grant.validUntil ?? '') }) : begun;
  const chosenFor = t(own ? 'sharing.own-chose-for' : 'sharing.chose-for', { name: givenBy });
  const why = givenForPatient ? chosenFor : basisOf(basis, own);
  const rows = [
    { key: t('sharing.sees'), value: scopeOf(grant) ?? <LabelList labels={labels} /> },
    ...(actions.length > 0 ? [{ key: t('sharing.may'), value: actions.join(', ') }] : []),
    { key: t('sharing.when'), value: when },
    { key: t('sharing.basis'), value: why },
    ...(own || givenForPatient ? [] : [{ key: t('sharing.given-by'), value: givenBy }]),
  ];
  return (
    <Card heading={heading ?? grantee.name} headingLevel={headingLevel} description={granteeOf(grantee)}>
      <SummaryList rows={rows} withoutBorder />
      {children}
    </Card>
  );
}
