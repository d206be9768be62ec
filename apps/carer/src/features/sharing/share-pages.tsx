import { useScreenQuery } from '@heldwell/client';
import { BackLink, EmptyState, InsetText, LinkList, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import {
  AccessBoxes,
  type CarerInvited,
  type GivingFor,
  InvitedPage,
  InviteForm,
  type Receiver,
  ShareForm,
} from '@heldwell/views';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { firstTicked } from './held.ts';
import { Manages, type Whose } from './manages.tsx';
import messages from './sharing.messages.json';
import { SharingHeldQuery, type TeamToShareWith } from './sharing-documents.ts';

const topics = ['sharing'] as const;

type SharePageProps = {
  whose: Whose;
  title: string;
  /** Where one comes from: its title and address. */
  back: { to: string; title: string };
  children: (forOther: GivingFor, teams: TeamToShareWith[]) => ReactNode;
};

/** A page of sharing for somebody, while the carer may. */
function SharePage({ whose, title, back, children }: SharePageProps) {
  const query = useScreenQuery(SharingHeldQuery, { id: whose.record }, { on: topics });
  return (
    <Page title={title} section={whose.name} before={<BackLink to={back.to}>{back.title}</BackLink>}>
      <Manages to={query} whose={whose}>
        {({ teamsToShareWith }, forOther) => children(forOther, teamsToShareWith)}
      </Manages>
    </Page>
  );
}

/** With whom to share: the three ways there are. */
export function ChooseSharePage(whose: Whose) {
  const t = useT(messages);
  const here = `${whose.path}/access/sharing`;
  const items = (['carer', 'professional', 'team'] as const).map((way) => ({
    to: `${here}/new/${way}`,
    label: t(`share.${way}`),
    hint: t(`share.${way}-hint`),
  }));
  return (
    <SharePage whose={whose} title={t('share.title')} back={{ to: here, title: t('sharing.title') }}>
      {() => (
        <>
          <p>{t('share.intro', { name: whose.name })}</p>
          <LinkList items={items} label={t('share.title')} />
        </>
      )}
    </SharePage>
  );
}

/** Invites somebody by e-mail: only what the carer holds can be ticked, only General health is ticked beforehand. */
export function InvitePage({ kind, ...whose }: Whose & { kind: 'CARER' | 'PROFESSIONAL' }) {
  const t = useT(messages);
  const [invited, setInvited] = useState<CarerInvited | null>(null);
  const managed = `${whose.path}/access/sharing`;
  if (invited) {
    return <InvitedPage invited={invited} page={t('sharing.title')} to={managed} section={whose.name} />;
  }
  const back = { to: `${managed}/new`, title: t('share.title') };
  return (
    <SharePage whose={whose} title={t(kind === 'CARER' ? 'share.carer' : 'share.professional')} back={back}>
      {(forOther) => (
        <>
          {kind === 'PROFESSIONAL' && (
            <InsetText>
              <p>{t('share.unchecked')}</p>
            </InsetText>
          )}
          <p>{t('share.own-sign-in')}</p>
          <InviteForm
            kind={kind}
            initial={firstTicked(forOther)}
            access={(field) => <AccessBoxes kind={kind} forOther={forOther} {...field} />}
            forOther={forOther}
            onInvited={setInvited}
          />
        </>
      )}
    </SharePage>
  );
}

/** Teams, then whole organisations. */
function receiversOf(teams: readonly TeamToShareWith[]): Receiver[] {
  const organisations = new Map(teams.map(({ organisation }) => [organisation.id, organisation]));
  return [
    ...teams.map(
      ({ id, name, organisation }): Receiver => ({ kind: 'TEAM', id, name, of: organisation.name }),
    ),
    ...[...organisations.values()].map(({ id, name }): Receiver => ({ kind: 'ORGANISATION', id, name })),
  ];
}

/** Gives a team or a whole organisation some of what the carer holds. */
export function ShareTeamPage(whose: Whose) {
  const t = useT(messages);
  const navigate = useNavigate();
  const managed = `${whose.path}/access/sharing`;
  const back = { to: `${managed}/new`, title: t('share.title') };
  return (
    <SharePage whose={whose} title={t('share.team')} back={back}>
      {(forOther, teams) =>
        teams.length > 0 ? (
          <ShareForm
            receivers={receiversOf(teams)}
            initial={firstTicked(forOther)}
            forOther={forOther}
            onShared={({ grantee: { name } }) =>
              void navigate(managed, { replace: true, state: { done: t('share.shared', { name }) } })
            }
          />
        ) : (
          <EmptyState heading={t('share.no-team')}>
            <p>{t('share.no-team-why')}</p>
          </EmptyState>
        )
      }
    </SharePage>
  );
}
