import { type ResultOf, useCommand } from '@heldwell/client';
import { Button, ErrorSummary, type PrivacyLabelName, Radios } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Faults, type GrantRight, LabelCheckboxes, useCheckedForm } from '@heldwell/views';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type End, endInput, faultOfEnd, noEnd } from './end.ts';
import { EndChoice } from './end-choice.tsx';
import give from './give.messages.json';
import { RightsCheckboxes } from './rights-choice.tsx';
import messages from './sharing.messages.json';
import { ShareWithOrganisation, ShareWithTeam } from './sharing-query.ts';
import { useGivenWords, useRefusedWords } from './use-given-words.ts';
import { WouldSee } from './would-see.tsx';

/** A team or a whole organisation to share with. */
export type Receiver = { kind: 'TEAM' | 'ORGANISATION'; id: string; name: string; of?: string };

type Values = { team: string; labels: PrivacyLabelName[]; rights: GrantRight[]; end: End };
type Outcome = ResultOf<typeof ShareWithTeam>['shareWithTeam'];

function useSend(receivers: readonly Receiver[]) {
  const toTeam = useCommand(ShareWithTeam);
  const toOrganisation = useCommand(ShareWithOrganisation);
  const [id] = useState(() => crypto.randomUUID());
  return async ({ team, labels, rights, end }: Values) => {
    const receiver = receivers.find((one) => one.id === team);
    const terms = { id, labels, rights };
    if (receiver?.kind === 'ORGANISATION') {
      const input = { ...terms, organisation: team, ...endInput(end, null) };
      const { data, problem } = await toOrganisation.run({ input });
      return { answer: data?.shareWithOrganisation satisfies Outcome | undefined, problem };
    }
    const { data, problem } = await toTeam.run({ input: { ...terms, team, ...endInput(end, team) } });
    return { answer: data?.shareWithTeam, problem };
  };
}

function useShare(receivers: readonly Receiver[]) {
  const t = useT(messages);
  const giveT = useT(give);
  const navigate = useNavigate();
  const refusedWords = useRefusedWords();
  const givenWords = useGivenWords();
  const send = useSend(receivers);
  return useCheckedForm<Values>({
    initial: { team: '', labels: ['GENERAL'], rights: ['SEE', 'MESSAGE'], end: noEnd },
    check: ({ team, labels, end }) => {
      const faults: Faults<Values> = {};
      if (!team) faults.team = t('sharing.team-missing');
      if (labels.length === 0) faults.labels = t('sharing.labels-missing-new');
      const wrong = faultOfEnd(end);
      if (wrong) faults.end = giveT(wrong);
      return faults;
    },
    send: async (values) => {
      const { answer, problem } = await send(values);
      if (!answer) return { problem };
      if (answer.__typename === 'SharingRefused') return { message: refusedWords(answer.why) };
      if (answer.__typename !== 'SharingChanged') return { problem: { kind: 'notFound', fields: [] } };
      const { grant } = answer;
      const state = givenWords(grant.grantee.name, values.labels, grant);
      void navigate('/sharing', { replace: true, state });
      return undefined;
    },
  });
}

type ShareFormProps = {
  receivers: readonly Receiver[];
  threads: readonly { id: string; subject: string | null }[];
};

/** Whom to share with, what, and until when: only General health is ticked beforehand. */
export function ShareForm({ receivers, threads }: ShareFormProps) {
  const t = useT(messages);
  const form = useShare(receivers);
  const { values, set, faultOf } = form;
  const chosen = receivers.find(({ id }) => id === values.team);
  const firstWhole = receivers.find(({ kind }) => kind === 'ORGANISATION');
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Radios
        id="team"
        legend={t('sharing.choose-team')}
        legendSize="m"
        error={faultOf('team')}
        items={receivers.map((one) => ({
          value: one.id,
          label: one.kind === 'TEAM' ? one.name : t('sharing.whole-organisation', { name: one.name }),
          hint: one.of,
          divider: one === firstWhole ? t('sharing.or-whole') : undefined,
        }))}
        value={values.team}
        onChange={(event) => set('team', event.target.value)}
      />
      <LabelCheckboxes
        id="labels"
        legend={t('sharing.labels')}
        hint={t('sharing.labels-hint')}
        error={faultOf('labels')}
        value={values.labels}
        onChange={(labels) => set('labels', labels)}
      />
      {chosen && (
        <WouldSee
          by={{
            ...(chosen.kind === 'TEAM' ? { team: chosen.id } : { organisation: chosen.id }),
            ...{ labels: values.labels, rights: values.rights },
          }}
        />
      )}
      <RightsCheckboxes
        kind={chosen?.kind ?? 'TEAM'}
        value={values.rights}
        onChange={(rights) => set('rights', rights)}
      />
      <EndChoice
        value={values.end}
        error={faultOf('end')}
        onChange={(end) => set('end', end)}
        team={chosen?.kind === 'TEAM' ? chosen.name : undefined}
        threads={threads}
      />
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'sharing.saving' : 'sharing.share')}
      </Button>
    </form>
  );
}
