import { uuidv7 } from 'uuidv7';
import { channels } from '../../platform/events.ts';
import type { RequestScope } from '../../platform/request-scope.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import type { SqlStatement } from '../../platform/sql-statement.ts';
import type { GrantBasis, GranteeKind, PrivacyLabel, Right } from './consent-enums.ts';

/** A grant as it stands: one version. */
export interface GrantRow {
  patient_id: string;
  id: string;
  version: number;
  grantee_kind: GranteeKind;
  grantee_id: string;
  grantee_name: string;
  labels: PrivacyLabel[];
  rights: Right[];
  thread_id: string | null;
  basis: GrantBasis;
  valid_from: Date;
  valid_until: string | Date | null;
  ended: boolean;
}

/** Who gives, and why. */
export interface Giver {
  name: string;
  personId: string | null;
  reason?: string | null;
}

export type NewGrant = Omit<GrantRow, 'version' | 'ended' | 'valid_from' | 'id'> & { id?: string };

/** Anything that runs statements: a viewer's transaction or the system's. */
export interface Runs {
  query<Row>(statement: SqlStatement): Promise<Row[]>;
  /** Each version carries its own MAC; keys are handed out against no other. */
  readonly sealing: Sealing;
}

/** Labels a person may choose; the fifth is what is left where a mapping says so. */
export const CHOSEN_LABELS: readonly PrivacyLabel[] = [
  'GENERAL',
  'MENTAL_HEALTH',
  'SEXUAL_HEALTH',
  'SOCIAL_CARE',
];

/** Who holds all four labels sees what is not sorted yet, too; nobody else does. */
export function effectiveLabels(labels: readonly PrivacyLabel[]): PrivacyLabel[] {
  const chosen = CHOSEN_LABELS.filter((label) => labels.includes(label));
  return chosen.length === CHOSEN_LABELS.length ? [...chosen, 'UNLABELLED'] : chosen;
}

const INSERT = `insert into heldwell.consent_grant
  (patient_id, id, version, grantee_kind, grantee_id, grantee_name, labels, rights, thread_id, basis, valid_from,
   valid_until, ended, given_by, given_by_person, reason, mac, recorded_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, heldwell.now())`;

/** Gives access: the first version of a grant. Returns its id. */
export async function giveGrant(runs: Runs, grant: NewGrant, giver: Giver): Promise<string> {
  // Known here and not first in the database: the MAC covers it.
  const [clock] = await runs.query<{ now: Date }>({ text: 'select heldwell.now() as now' });
  const valid_from = clock?.now ?? new Date();
  const row = { ...grant, id: grant.id ?? uuidv7(), version: 1, ended: false, valid_from };
  await store(runs, row, giver);
  return row.id;
}

/** Writes the next version of a grant; versions are never edited. */
export async function changeGrant(
  runs: Runs,
  change: {
    grant: GrantRow;
    to: Partial<Pick<GrantRow, 'labels' | 'rights' | 'valid_until' | 'ended' | 'basis'>>;
  },
  giver: Giver,
): Promise<void> {
  const { grant, to } = change;
  await runs.query({
    text: `update heldwell.consent_grant set superseded_at = heldwell.now()
      where patient_id = $1 and id = $2 and version = $3`,
    values: [grant.patient_id, grant.id, grant.version],
  });
  await store(runs, { ...grant, ...to, version: grant.version + 1 }, giver);
}

/** Stores a version with its MAC. */
async function store(runs: Runs, row: GrantRow, giver: Giver): Promise<void> {
  const mac = runs.sealing.grants.of(row);
  await runs.query({ text: INSERT, values: [...insertValues(row, giver), mac] });
}

function insertValues(row: GrantRow, giver: Giver): unknown[] {
  return [
    row.patient_id,
    row.id,
    row.version,
    row.grantee_kind,
    row.grantee_id,
    row.grantee_name,
    row.labels,
    row.rights,
    row.thread_id,
    row.basis,
    row.valid_from,
    row.valid_until,
    row.ended,
    giver.name,
    giver.personId,
    giver.reason ?? null,
  ];
}

/** The newest version of a grant, locked against a change at the same time. */
export async function lockGrant(
  scope: RequestScope,
  patientId: string,
  id: string,
): Promise<GrantRow | undefined> {
  const rows = await scope.query<GrantRow>({
    text: `select * from heldwell.consent_grant where patient_id = $1 and id = $2 and superseded_at is null for update`,
    values: [patientId, id],
  });
  return rows[0];
}

/** Tells both sides' open pages and streams to look again. */
export function publishAccessChange(scope: RequestScope, patientId: string, granteeId: string): void {
  scope.publish({ channel: channels.access(patientId), ids: { patient: patientId, grantee: granteeId } });
}
