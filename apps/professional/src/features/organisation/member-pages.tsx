import { BackLink, Button, EmptyState, ErrorSummary, Page, WarningCallout } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Faults, useCheckedForm } from '@heldwell/views';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Done } from '../../done-banner/done-banner.tsx';
import messages from './organisation.messages.json';
import { ChangeMember, InviteStaff, RemoveMember, type StaffMember } from './organisation-documents.ts';
import { EmailField, JobField, type Role, RoleField, useEmailCheck } from './staff-fields.tsx';
import { useStaffTeamPlace } from './team-layout.tsx';
import { useAct } from './use-act.ts';

type Invited = { email: string; jobTitle: string; role: string };

/** Invites somebody to the team: a coordinator members, an administrator in any role. */
export function InviteStaffPage() {
  const t = useT(messages);
  const navigate = useNavigate();
  const { team, path } = useStaffTeamPlace();
  const { run } = useAct(InviteStaff);
  const faultOfEmail = useEmailCheck();
  const [id] = useState(() => crypto.randomUUID());
  const { values, set, faultOf, ...form } = useCheckedForm<Invited>({
    initial: { email: '', jobTitle: '', role: team.viewerAdministers ? '' : 'MEMBER' },
    check: ({ email, role }) => {
      const faults: Faults<Invited> = {};
      const wrong = faultOfEmail(email);
      if (wrong) faults.email = wrong;
      if (!role) faults.role = t('staff.role-missing');
      return faults;
    },
    send: async ({ email, jobTitle, role }) => {
      const to = email.trim();
      const input = { id, team: team.id, email: to, role: role as Role, jobTitle: jobTitle.trim() || null };
      const refusal = await run({ input });
      if (!refusal) await navigate(path, { state: { done: t('staff.sent', { email: to }) } satisfies Done });
      return refusal;
    },
  });
  return (
    <Page
      title={t('staff.invite')}
      section={team.name}
      caption={team.name}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={path}>{t('team.back')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <EmailField value={values.email} error={faultOf('email')} onChange={(email) => set('email', email)} />
        {team.viewerAdministers && (
          <RoleField value={values.role} error={faultOf('role')} onChange={(role) => set('role', role)} />
        )}
        <JobField value={values.jobTitle} onChange={(jobTitle) => set('jobTitle', jobTitle)} />
        <Button busy={form.sending}>{t(form.sending ? 'staff.sending' : 'staff.send')}</Button>
      </form>
    </Page>
  );
}

function ChangeForm({ member }: { member: StaffMember }) {
  const t = useT(messages);
  const navigate = useNavigate();
  const { team, path } = useStaffTeamPlace();
  const { run } = useAct(ChangeMember);
  const { values, set, ...form } = useCheckedForm<{ role: string; jobTitle: string }>({
    initial: { role: member.role, jobTitle: member.jobTitle ?? '' },
    check: () => ({}),
    send: async ({ role, jobTitle }) => {
      const input = {
        team: team.id,
        person: member.id,
        role: role as Role,
        jobTitle: jobTitle.trim() || null,
      };
      const refusal = await run({ input });
      const done = t('member.changed', { name: member.name });
      if (!refusal) await navigate(path, { state: { done } satisfies Done });
      return refusal;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {team.viewerAdministers && <RoleField value={values.role} onChange={(role) => set('role', role)} />}
      <JobField value={values.jobTitle} onChange={(jobTitle) => set('jobTitle', jobTitle)} />
      <Button busy={form.sending}>{t(form.sending ? 'org.saving' : 'org.save')}</Button>
    </form>
  );
}

function RemoveForm({ member }: { member: StaffMember }) {
  const t = useT(messages);
  const navigate = useNavigate();
  const { team, path } = useStaffTeamPlace();
  const { run, running } = useAct(RemoveMember);
  const [refused, setRefused] = useState({ words: '', attempt: 0 });
  const { name } = member;
  const remove = async () => {
    const refusal = await run({ input: { team: team.id, person: member.id } });
    if (!refusal) return navigate(path, { state: { done: t('member.removed', { name }) } satisfies Done });
    const words = refusal.message ?? t('org.refused-NOT_FOUND');
    return setRefused(({ attempt }) => ({ words, attempt: attempt + 1 }));
  };
  return (
    <>
      <WarningCallout heading={t('member.remove-heading', { name, team: team.name })} headingLevel={2}>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>{t('member.remove-1', { name })}</li>
          <li>{t('member.remove-2')}</li>
          <li>{t('member.remove-3')}</li>
        </ul>
      </WarningCallout>
      <ErrorSummary errors={refused.words ? [{ message: refused.words }] : []} attempt={refused.attempt} />
      <Button type="button" variant="warning" busy={running} onClick={() => void remove()}>
        {t('member.remove')}
      </Button>
    </>
  );
}

/** What somebody is in the team, and the way out of it. */
export function MemberPage() {
  const t = useT(messages);
  const { person = '' } = useParams();
  const { team, path } = useStaffTeamPlace();
  const member = team.members.find(({ id }) => id === person);
  const title = member ? t('member.title', { name: member.name }) : t('member.gone');
  return (
    <Page
      title={title}
      section={team.name}
      caption={team.name}
      before={<BackLink to={path}>{t('team.back')}</BackLink>}
    >
      {member?.viewerMayChange && (
        <>
          <ChangeForm key={member.id} member={member} />
          <RemoveForm member={member} />
        </>
      )}
      {!member?.viewerMayChange && <EmptyState heading={t(member ? 'member.other' : 'team.gone-text')} />}
    </Page>
  );
}
