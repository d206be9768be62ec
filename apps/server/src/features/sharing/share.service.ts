import type { Context } from '../../platform/context.ts';
import { readId, readRowId } from '../../platform/global-id.ts';
import { badInput } from '../../platform/problems.ts';
import {
  changeGrant,
  effectiveLabels,
  type GrantRow,
  giveGrant,
  type PrivacyLabel,
  publishAccessChange,
} from '../consent/index.ts';
import { type Giving, giverOf, givingOf, openThread, refuseNothing, throughWhat } from './giving.ts';
import { type Grantee, grantOf } from './own-grant.ts';
import type {
  ShareEntryInput,
  ShareWithOrganisationInput,
  ShareWithTeamInput,
  SharingTerms,
} from './sharing.inputs.ts';
import type { ShareOutcome } from './sharing.results.ts';
import { isSame } from './sharing.service.ts';

/** Gives a team access to the record, or changes what it has; null for a team there is not. */
export async function shareWithTeam(context: Context, input: ShareWithTeamInput): Promise<ShareOutcome> {
  const giving = await givingOf(context, input.record);
  const grantee = await granteeOf(context, giving, { team: input.team });
  return grantee && shareRecord(context, giving, { ...input, grantee });
}

/** Gives everybody who works in an organisation's teams access to the record, or changes what they have. */
export async function shareWithOrganisation(
  context: Context,
  input: ShareWithOrganisationInput,
): Promise<ShareOutcome> {
  const giving = await givingOf(context, input.record);
  const grantee = await granteeOf(context, giving, { organisation: input.organisation });
  return grantee && shareRecord(context, giving, { ...input, grantee });
}

/** Gives a grantee the record within some labels, or changes what the same giver gave them. */
export async function shareRecord(
  context: Context,
  giving: Giving,
  { grantee, ...input }: SharingTerms & { id: string; grantee: Grantee },
): Promise<ShareOutcome> {
  const labels = effectiveLabels(input.labels);
  refuseNothing(labels);
  const terms = { labels, rights: input.rights, validUntil: input.validUntil ?? null };
  const through = await throughWhat(context, giving, terms);
  if (!through) return 'MORE_THAN_HELD';
  const scope = { entry: null, through: through.given_through };
  const held = await grantOf(context, giving.patientId, { grantee, ...scope });
  const to = { labels, rights: input.rights, ...through, ...(await endsWith(context, giving, input)) };
  const id = held?.id ?? input.id;
  const giver = giverOf(giving.viewer, input.reason);
  if (held && !isSame(held, to)) await changeGrant(context.scope, { grant: held, to }, giver);
  if (!held) {
    const row = { patient_id: giving.patientId, id, ...grantee, ...to, thread_id: null };
    await giveGrant(context.scope, { ...row, basis: 'PATIENT_CHOICE' }, giver);
  }
  publishAccessChange(context.scope, giving.patientId, grantee.grantee_id);
  return { patient: giving.patientId, row: id };
}

/** What ends a grant by itself, besides its time. */
const endsWith = async (
  context: Context,
  giving: Giving,
  input: Pick<SharingTerms, 'untilThreadClosed' | 'untilDischargedBy'>,
) => ({
  ends_with_thread: await openThread(context, giving, input.untilThreadClosed),
  ends_with_team: input.untilDischargedBy ? readId('TEAM', input.untilDischargedBy) : null,
});

/** Gives one grantee sight of one entry, whatever its label; null for an entry or grantee there is not. */
export async function shareEntry(context: Context, input: ShareEntryInput): Promise<ShareOutcome> {
  const reference = readRowId('ENTRY', input.entry);
  const giving = await givingOf(context, input.record);
  const grantee = await granteeOf(context, giving, input);
  const [entry] = await context.scope.query<{ label: PrivacyLabel }>({
    text: 'select label from heldwell.entry where patient_id = $1 and id = $2',
    values: [reference.patient, reference.row],
  });
  if (!entry || !grantee || reference.patient !== giving.patientId) return null;
  const terms = {
    labels: [entry.label],
    rights: ['SEE'] as GrantRow['rights'],
    validUntil: input.validUntil ?? null,
  };
  const through = await throughWhat(context, giving, terms);
  if (!through) return 'MORE_THAN_HELD';
  const scope = { entry: reference.row, through: through.given_through };
  const held = await grantOf(context, giving.patientId, { grantee, ...scope });
  const to = { labels: [], rights: terms.rights, ...through };
  const giver = giverOf(giving.viewer, input.reason);
  if (held && !isSame(held, to)) await changeGrant(context.scope, { grant: held, to }, giver);
  if (!held) {
    const row = { patient_id: giving.patientId, id: input.id, ...grantee, ...to, thread_id: null };
    await giveGrant(context.scope, { ...row, entry_id: reference.row, basis: 'PATIENT_CHOICE' }, giver);
  }
  publishAccessChange(context.scope, giving.patientId, grantee.grantee_id);
  return { patient: giving.patientId, row: held?.id ?? input.id };
}

type Named = Partial<Record<'team' | 'organisation' | 'carer' | 'holderOf', string | null>>;

const TEAM = `select 'TEAM' as grantee_kind, id as grantee_id, name as grantee_name from heldwell.team where id = $1`;
const ORGANISATION = `select 'ORGANISATION' as grantee_kind, id as grantee_id, name as grantee_name
  from heldwell.organisation where id = $1`;
const CARER = `select 'CARER' as grantee_kind, person_id as grantee_id, display_name as grantee_name
  from heldwell.carer where patient_id = $1 and person_id = $2`;
const HOLDER = `select grantee_kind, grantee_id, grantee_name from heldwell.consent_grant
  where patient_id = $1 and id = $2 and grantee_kind = 'PROFESSIONAL' and acting_team_id is null
    and superseded_at is null and not ended and (valid_until is null or valid_until > heldwell.now())`;

/** The one who is meant; null where there is no such one in this record. */
async function granteeOf({ scope }: Context, giving: Giving, named: Named): Promise<Grantee | null> {
  const { team, organisation, carer, holderOf } = named;
  if ([team, organisation, carer, holderOf].filter(Boolean).length !== 1) {
    throw badInput([{ path: 'team', code: 'NAME_EXACTLY_ONE' }]);
  }
  const find = async (text: string, values: unknown[]): Promise<Grantee | null> =>
    (await scope.query<Grantee>({ text, values }))[0] ?? null;
  const ofRecord = ({ patient, row }: { patient: string; row: string }) =>
    patient === giving.patientId ? [patient, row] : [null, row];
  if (team) return find(TEAM, [readId('TEAM', team)]);
  if (organisation) return find(ORGANISATION, [readId('ORGANISATION', organisation)]);
  if (carer) return find(CARER, ofRecord(readRowId('CARER', carer)));
  return find(HOLDER, ofRecord(readRowId('GRANT', holderOf as string)));
}
