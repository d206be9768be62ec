import type { Context } from '../../platform/context.ts';
import { readId, readRowId } from '../../platform/global-id.ts';
import { effectiveLabels, type PrivacyLabel, publishAccessChange, sealReason } from '../consent/index.ts';
import { giverOf, patientOf } from './giving.ts';
import type { DischargeInput, KeepSharingInput, ResearchConsentInput } from './sharing.inputs.ts';

/** Settles what an emergency may open from now on; what is open already stays as it is. */
export async function setEmergencyAccess(context: Context, labels: readonly PrivacyLabel[]): Promise<string> {
  const { patientId, viewer } = await patientOf(context);
  await context.scope.query({
    text: `insert into heldwell.emergency_setting (patient_id, labels, changed_at, changed_by)
      values ($1, $2, heldwell.now(), $3)
      on conflict (patient_id) do update set labels = $2, changed_at = heldwell.now(), changed_by = $3`,
    values: [patientId, effectiveLabels(labels), giverOf(viewer).name],
  });
  return patientId;
}

/** Notes that the patient has looked at a version of a grant and leaves it so; null when it is not the newest one. */
export async function keepSharing(context: Context, input: KeepSharingInput): Promise<string | null> {
  const { patientId } = await patientOf(context);
  const { patient, row } = readRowId('GRANT', input.grant);
  if (patient !== patientId) return null;
  const [kept] = await context.scope.query<{ version: number }>({
    text: `with looked_at as (
        select g.patient_id, g.id, g.version from heldwell.consent_grant g
         where g.patient_id = $1 and g.id = $2 and g.version = $3 and g.superseded_at is null and not g.ended
      ), kept as (
        insert into heldwell.grant_kept (patient_id, grant_id, version, kept_at)
        select patient_id, id, version, heldwell.now() from looked_at on conflict do nothing
      ) select version from looked_at`,
    values: [patientId, row, input.version],
  });
  return kept ? patientId : null;
}

/** Says yes or no to a study: a version each time it changes; null for a study there is not. */
export async function decideOnResearch(
  context: Context,
  input: ResearchConsentInput,
): Promise<string | null> {
  const { patientId, viewer } = await patientOf(context);
  const study = readId('STUDY', input.study);
  const [known] = await context.scope.query<{ given: boolean; version: number }>({
    text: `select coalesce(c.given, false) as given, coalesce(c.version, 0) as version from heldwell.study s
        left join heldwell.research_consent c on c.patient_id = $1 and c.study_id = s.id
      where s.id = $2 and (s.open or c.given) order by c.version desc nulls last limit 1`,
    values: [patientId, study],
  });
  if (!known) return null;
  if (known.given !== input.given) {
    await context.scope.query({
      text: `insert into heldwell.research_consent (patient_id, study_id, version, given, decided_at, decided_by)
        values ($1, $2, $3, $4, heldwell.now(), $5)`,
      values: [patientId, study, known.version + 1, input.given, giverOf(viewer).name],
    });
  }
  return patientId;
}

/** Ends a team's care for a person, and with it what was given until then; false where the team has none. */
export async function dischargePatient(context: Context, input: DischargeInput): Promise<boolean> {
  const patient = readId('RECORD', input.record);
  const team = readId('TEAM', input.team);
  const { scope } = context;
  const [care] = await scope.query<{ id: string; version: number }>({
    text: `select id, version from heldwell.consent_grant where patient_id = $1 and grantee_id = $2
      and basis = 'DIRECT_CARE' and superseded_at is null and not ended`,
    values: [patient, team],
  });
  if (!care) return false;
  const said = await sealReason(scope, { id: care.id, version: care.version + 1 }, input.reason);
  const [done] = await scope.query<{ grant: string | null }>({
    text: 'select heldwell.discharge($1, $2, $3, $4) as grant',
    values: [patient, team, care.version, said],
  });
  if (!done?.grant) return false;
  publishAccessChange(context.scope, patient, team);
  return true;
}
