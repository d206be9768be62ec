import type { PrivacyLabel } from './consent-enums.ts';
import { effectiveLabels, giveGrant, type Runs } from './grants.ts';

/** A team that begins to care for somebody. */
export interface CaringTeam {
  id: string;
  name: string;
  defaultLabels: readonly PrivacyLabel[];
}

/**
 * Gives a team its access for direct care, once: where it ever had a grant for the whole record, whatever the patient made
 * of it since stays as it is. True when it was given.
 */
export async function giveDirectCare(
  runs: Runs,
  patientId: string,
  { team, givenBy }: { team: CaringTeam; givenBy: string },
): Promise<boolean> {
  const [earlier] = await runs.query<{ found: boolean }>({
    text: `select exists (select from heldwell.consent_grant where patient_id = $1 and grantee_id = $2
      and thread_id is null and entry_id is null) as found`,
    values: [patientId, team.id],
  });
  if (earlier?.found) return false;
  await giveGrant(
    runs,
    {
      patient_id: patientId,
      grantee_kind: 'TEAM',
      grantee_id: team.id,
      grantee_name: team.name,
      labels: effectiveLabels(team.defaultLabels),
      rights: ['SEE', 'ADD', 'MESSAGE'],
      thread_id: null,
      basis: 'DIRECT_CARE',
      valid_until: null,
    },
    { name: givenBy, personId: null, reason: 'The team cares for the person.' },
  );
  return true;
}
