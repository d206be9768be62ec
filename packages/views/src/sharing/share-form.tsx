import { type ResultOf, useCommand } from '@heldwell/client';
import { Button, ErrorSummary, type PrivacyLabelName, Radios } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type ReactNode, useState } from 'react';
import { type Faults, useCheckedForm } from '../forms/use-checked-form.ts';
import { AccessBoxes } from './access-boxes.tsx';
import { type End, endInput, noEnd } from './end.ts';
import { EndChoice, useEndFault } from './end-choice.tsx';
import messages from './give.messages.json';
import type { Access, GivingFor } from './giving-for.ts';
import { useRefusedWords } from './refused-words.ts';
import { ShareWithOrganisation, ShareWithTeam } from './sharing-commands.ts';

/** A team or a whole organisation to share with. */
export type Receiver = { kind: 'TEAM' | 'ORGANISATION'; id: string; name: string; of?: string };

type Values = { team: string; end: End } & Access;
type Outcome = ResultOf<typeof ShareWithTeam>['shareWithTeam'];
/** What a team or an organisation was given. */
export type Shared = Extract<Outcome, { __typename: 'SharingChanged' }>['grant'];

type ShareFormProps = {
  receivers: readonly Receiver[];
  /** What is ticked at the beginning. */
  initial: Access;
  /** Discussions whose end may end it. */
  threads?: readonly { id: string; subject: string | null }[];
  /** Left out where the patient gives. */
  forOther?: GivingFor;
  /** What they would see with it, once somebody is chosen. */
  wouldSee?: (receiver: Receiver, access: Access) => ReactNode;
  onShared: (grant: Shared, labels: readonly PrivacyLabelName[]) => void;
};

function useSend({ receivers, forOther }: Pick<ShareFormProps, 'receivers' | 'forOther'>) {
  const toTeam = useCommand(ShareWithTeam);
  const toOrganisation = useCommand(ShareWithOrganisation);
  const [id] = useState(() => crypto.randomUUID());
  return async ({ team, labels, rights, end }: Values) => {
    const receiver = receivers.find((one) => one.id === team);
    const terms = {
      id,
      labels: [...labels],
      rights: [...rights],
      ...(forOther && { record: forOther.record }),
    };
    if (receiver?.kind === 'ORGANISATION') {
      const input = { ...terms, organisation: team, ...endInput(end, null) };
      const { data, problem } = await toOrganisation.run({ input });
      return { answer: data?.shareWithOrganisation satisfies Outcome | undefined, problem };
    }
    const { data, problem } = await toTeam.run({ input: { ...terms, team, ...endInput(end, team) } });
    return { answer: data?.shareWithTeam, problem };
  };
}

function useShare({ initial, onShared, ...to }: ShareFormProps) {
  const t = useT(messages);
  const faultOfEnd = useEndFault();
  const refusedWords = useRefusedWords();
  const send = useSend(to);
  return useCheckedForm<Values>({
    initial: { ...initial, team: '', end: noEnd },
    check: ({ team, labels, end }) => {
      const faults: Faults<Values> = {};
      if (!team) faults.team = t('give.team-missing');
      if (labels.length === 0) faults.labels = t('give.labels-missing');
      const wrong = faultOfEnd(end);
      if (wrong) faults.end = wrong;
      return faults;
    },
    send: async (values) => {
      const { answer, problem } = await send(values);
      if (!answer) return { problem };
      if (answer.__typename === 'SharingRefused') return { message: refusedWords(answer.why) };
      if (answer.__typename !== 'SharingChanged') return { problem: { kind: 'notFound', fields: [] } };
      onShared(answer.grant, values.labels);
      return undefined;
    },
  });
}

/** Whom to share with, what, and until when. */
export function ShareForm(props: ShareFormProps) {
  const { receivers, threads, forOther, wouldSee } = props;
  const t = useT(messages);
  const form = useShare(props);
  const { values, set, faultOf } = form;
  const chosen = receivers.find(({ id }) => id === values.team);
  const firstWhole = receivers.find(({ kind }) => kind === 'ORGANISATION');
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Radios
        id="team"
        legend={t('give.choose-team')}
        legendSize="m"
        error={faultOf('team')}
        items={receivers.map((one) => ({
          value: one.id,
          label: one.kind === 'TEAM' ? one.name : t('give.whole-organisation', { name: one.name }),
          hint: one.of,
          divider: one === firstWhole ? t('give.or-whole') : undefined,
        }))}
        value={values.team}
        onChange={(event) => set('team', event.target.value)}
      />
      <AccessBoxes
        kind={chosen?.kind ?? 'TEAM'}
        value={values}
        error={faultOf('labels')}
        onChange={({ labels, rights }) => {
          set('labels', labels);
          set('rights', rights);
        }}
        forOther={forOther}
      >
        {chosen && wouldSee?.(chosen, values)}
      </AccessBoxes>
      <EndChoice
        value={values.end}
        error={faultOf('end')}
        onChange={(end) => set('end', end)}
        team={!forOther && chosen?.kind === 'TEAM' ? chosen.name : undefined}
        threads={threads}
      />
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'give.sharing' : 'give.share')}
      </Button>
    </form>
  );
}
