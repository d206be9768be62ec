import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import type { Context } from '../../platform/context.ts';
import { readId } from '../../platform/global-id.ts';
import { badInput } from '../../platform/problems.ts';
import type { KeyRing } from '../../platform/sealing/key-ring.ts';
import { Sealed } from '../../platform/sealing/sealed.ts';
import { ofPeople } from '../../platform/sealing/system-key.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { newToken, tokenHash } from '../../platform/secrets.ts';
import { postMail } from '../mail/index.ts';
import { emailHash } from '../sign-in/index.ts';
import type { InviteStaffInput } from './office.inputs.ts';
import { carriedOut, type OfficeOutcome, said } from './office.service.ts';
import { staffMail } from './staff-mail.ts';

/** How long a link can be used; the same in `heldwell.invite_staff`. */
const DAYS = 14;

const bindingOf = (id: string) => ofPeople('staff_invitation.email', id);

/** The address an invitation was sent to; the ring must hold the key of people. */
export const openInvited = (keys: KeyRing, id: string, blob: Buffer): string =>
  keys.open(new Sealed(blob, bindingOf(id)));

const WHERE_AND_WHO = `select coalesce((select t.name || ', ' || o.name from heldwell.team t
      join heldwell.organisation o on o.id = t.organisation_id where t.id = $1),
    (select o.name from heldwell.organisation o where o.id = $2)) as place, heldwell.name_of_viewer() as by`;

/** Asks somebody to work here and mails them the link, which is stored nowhere. */
export async function inviteStaff(context: Context, input: InviteStaffInput): Promise<OfficeOutcome> {
  const { scope } = context;
  if (!input.team && !input.office) throw badInput([{ path: 'team', code: 'TEAM_OR_OFFICE' }]);
  const team = input.team ? readId('TEAM', input.team) : null;
  const organisation = input.organisation ? readId('ORGANISATION', input.organisation) : null;
  const code = newToken();
  const keys = await new SystemKeys(scope.sealing, scope).ofSystem('PEOPLE');
  const made = {
    id: input.id,
    organisation_id: organisation,
    team_id: team,
    role: team ? (input.role ?? 'MEMBER') : null,
    office: input.office ?? null,
    job_title: said(input.jobTitle),
    code_hash: hexOf(tokenHash(code)),
    email: hexOf(keys.seal(bindingOf(input.id), input.email.trim())),
    email_hash: hexOf(emailHash(scope.sealing, input.email)),
  };
  const text = 'invite_staff(jsonb_populate_record(null::heldwell.staff_invitation, $1))';
  const done = await carriedOut(context, text, [made]);
  if (done !== 'DONE') return done;
  const [place] = await scope.query<{ place: string; by: string }>({
    text: WHERE_AND_WHO,
    values: [team, organisation],
  });
  const words = staffMail({ by: place?.by ?? '', at: place?.place ?? '', link: linkOf(code), days: DAYS });
  await postMail(scope, { to: input.email.trim(), words });
  return done;
}

/**
 * Asks the first administrator of an organisation in, from the command line, where nobody runs it yet: the path of the
 * link, which is stored nowhere and is handed over by whoever set the organisation up.
 */
export async function inviteAdministrator(
  runs: SystemRuns,
  asked: { organisationId: string; email: string; by: string },
): Promise<string> {
  const code = newToken();
  const id = uuidv7();
  const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
  await runs.query({
    text: `insert into heldwell.staff_invitation (id, organisation_id, office, code_hash, email, email_hash, invited_by, created_at,
        expires_at) values ($1, $2, 'ADMINISTRATOR', $3, $4, $5, $6, heldwell.now(), heldwell.now() + make_interval(days => $7))`,
    values: [
      ...[id, asked.organisationId, tokenHash(code), keys.seal(bindingOf(id), asked.email)],
      ...[emailHash(runs.sealing, asked.email), asked.by, DAYS],
    ],
  });
  return linkOf(code);
}

const linkOf = (code: string): string => `/professional/staff-invitation/${code}`;

const hexOf = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
