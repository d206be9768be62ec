import { useCommand } from '@heldwell/client';
import { ButtonLink, ErrorSummary } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { EndAccess, Invitations, useProblemWords, useRefusedWords } from '@heldwell/views';
import { useState } from 'react';
import { Ended } from './ended.tsx';
import { Grants } from './grants.tsx';
import groups from './groups.messages.json';
import type { JustDone } from './just-done.tsx';
import { Requests } from './requests.tsx';
import messages from './sharing.messages.json';
import { type MyGrant, RenewSharing, type SharingNow } from './sharing-query.ts';
import { SingleGrants } from './single-grants.tsx';
import { receiptPath } from './use-given-words.ts';

type Kind = MyGrant['grantee']['kind'];
type SharingGroupsProps = { sharing: SharingNow; onDone: (just: JustDone) => void };

/** Gives again, as the patient's own, what somebody gave for them. */
function useRenew(onDone: SharingGroupsProps['onDone']) {
  const t = useT(groups);
  const wordsOf = useProblemWords();
  const refusedWords = useRefusedWords();
  const { run } = useCommand(RenewSharing);
  const [problem, setProblem] = useState<string | null>(null);
  const renew = async ({ id, grantee }: { id: string; grantee: { name: string } }) => {
    const { data, problem: failed } = await run({ input: { grant: id } });
    if (!data) return setProblem(wordsOf(failed));
    const answer = data.renewSharing;
    if (answer.__typename === 'SharingRefused') return setProblem(refusedWords(answer.why));
    if (answer.__typename === 'NotFound') return setProblem(wordsOf({ kind: 'notFound', fields: [] }));
    setProblem(null);
    const receipt = receiptPath(answer.grant.id, answer.grant.version);
    return onDone({ done: t('groups.renewed', { name: grantee.name }), receipt });
  };
  return { problem, renew: (grant: { id: string; grantee: { name: string } }) => void renew(grant) };
}

const isShown = ({ state }: MyGrant) => state !== 'ENDED';
const isForRecord = ({ labels, summaryLabels }: MyGrant) => labels.length > 0 || summaryLabels.length > 0;

/** Everybody who has access, in groups: the record first, then single things, then what ended. */
export function SharingGroups({ sharing, onDone }: SharingGroupsProps) {
  const t = useT(messages);
  const groupsT = useT(groups);
  const [stopping, setStopping] = useState<MyGrant | null>(null);
  const { problem, renew } = useRenew(onDone);
  const shown = sharing.grants.filter(isShown);
  const forRecord = shown.filter(isForRecord);
  const emergencies = forRecord.filter(({ basis }) => basis === 'EMERGENCY');
  const group = (...kinds: Kind[]) =>
    forRecord.filter(({ basis, grantee }) => basis !== 'EMERGENCY' && kinds.includes(grantee.kind));
  const acts = { onStop: setStopping, onRenew: renew };
  const teams = group('TEAM', 'ORGANISATION', 'APP');
  const professionals = group('PROFESSIONAL');
  return (
    <>
      {problem && <ErrorSummary errors={[{ message: problem }]} />}
      <Requests requests={sharing.requests} />
      {emergencies.length > 0 && (
        <Grants
          heading={groupsT('groups.emergencies')}
          empty={groupsT('groups.emergencies-what')}
          grants={emergencies}
          {...acts}
        />
      )}
      <Grants heading={t('sharing.teams')} empty={t('sharing.no-teams')} grants={teams} {...acts} />
      <ButtonLink to="/sharing/team">{t('sharing.share-team')}</ButtonLink>
      <Grants
        heading={t('sharing.carers')}
        empty={t('sharing.no-carers')}
        grants={group('CARER')}
        {...acts}
      />
      <ButtonLink to="/sharing/carer" variant="secondary">
        {t('sharing.invite-carer')}
      </ButtonLink>
      <Grants
        heading={groupsT('groups.professionals')}
        empty={groupsT('groups.no-professionals')}
        grants={professionals}
        {...acts}
      />
      {professionals.length > 0 && <p>{groupsT('groups.unchecked-what')}</p>}
      <ButtonLink to="/sharing/professional" variant="secondary">
        {groupsT('groups.invite-professional')}
      </ButtonLink>
      <SingleGrants grants={shown.filter((grant) => !isForRecord(grant))} {...acts} />
      <Invitations invitations={sharing.invitations} onWithdrawn={(done) => onDone({ done })} />
      <Ended history={sharing.history.nodes} onRenew={renew} />
      <EndAccess
        grant={stopping}
        own
        onClose={() => setStopping(null)}
        onEnded={(done, version) => {
          setStopping(null);
          onDone({ done, receipt: stopping && version ? receiptPath(stopping.id, version) : undefined });
        }}
      />
    </>
  );
}
