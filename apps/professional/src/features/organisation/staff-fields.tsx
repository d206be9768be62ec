import { Radios, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './organisation.messages.json';

export const roles = ['MEMBER', 'COORDINATOR', 'MANAGER'] as const;
export type Role = (typeof roles)[number];
export const offices = ['ADMINISTRATOR', 'PRIVACY_OFFICER'] as const;
export type Office = (typeof offices)[number];

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is wrong with an address, if anything. */
export function useEmailCheck(): (email: string) => string | undefined {
  const t = useT(messages);
  return (email) => {
    if (!email.trim()) return t('staff.email-missing');
    return address.test(email.trim()) ? undefined : t('staff.email-wrong');
  };
}

type Field = { value: string; error?: string; onChange: (value: string) => void };

/** Where an invitation of staff goes. */
export function EmailField({ value, error, onChange }: Field) {
  const t = useT(messages);
  return (
    <TextInput
      id="email"
      type="email"
      label={t('staff.email')}
      hint={t('staff.email-hint')}
      error={error}
      width={30}
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** What somebody does, in a few words. */
export function JobField({ value, onChange }: Field) {
  const t = useT(messages);
  return (
    <TextInput
      id="jobTitle"
      label={t('staff.job')}
      hint={t('staff.job-hint')}
      width={20}
      maxLength={80}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** What somebody is in the team: whoever may choose chooses. */
export function RoleField({ value, error, onChange }: Field) {
  const t = useT(messages);
  return (
    <Radios
      id="role"
      legend={t('staff.role')}
      error={error}
      items={roles.map((role) => ({
        value: role,
        label: t(`org.role-${role}`),
        hint: t(`org.role-hint-${role}`),
      }))}
      value={value || null}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** Which office. */
export function OfficeField({ value, error, onChange }: Field) {
  const t = useT(messages);
  return (
    <Radios
      id="office"
      legend={t('people.office')}
      error={error}
      items={offices.map((office) => ({
        value: office,
        label: t(`org.office-${office}`),
        hint: t(`org.office-hint-${office}`),
      }))}
      value={value || null}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
