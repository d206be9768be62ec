import { uuidv7 } from 'uuidv7';
import { channels } from '../../platform/events.ts';
import type { RequestScope } from '../../platform/request-scope.ts';
import { sealSaid } from '../../platform/sealing/said-of-access.ts';
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
  /** The one discussion it is for. */
  thread_id: string | null;
  /** The one entry it is for. */
  entry_id?: string | null;
  /** Of an emergency: labels of the summary it opens. */
  summary_labels?: PrivacyLabel[];
  basis: GrantBasis;
  valid_from: Date;
  valid_until: string | Date | null;
  /** It ends by itself when this discussion is closed. */
  ends_with_thread?: string | null;
  /** It ends by itself when this team discharges the patient. */
  ends_with_team?: string | null;
  /** The giver's own grant, where somebody else than the patient gave it. */
  given_through?: string | null;
  /** It was given through another's, until the patient changed or renewed it as their own. */
  adopted?: boolean;
  ended: boolean;
}

/** Who gives, and why. */
export interface Giver {
  name: string;
  personId: string | null;
  reason?: string | null;
}

export type NewGrant = Omit<GrantRow, 'version' | 'ended' | 'valid_from' | 'id'> & { id?: string };

/** What a new version may say otherwise. */
export type GrantTerms = Partial<
  Pick<
    GrantRow,
    | 'labels'
    | 'rights'
    | 'valid_until'
    | 'ended'
    | 'basis'
    | 'given_through'
    | 'adopted'
    | 'ends_with_thread'
    | 'ends_with_team'
  >
>;

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

/** Gives access: the first version of a grant. Returns its id. */
export async function giveGrant(runs: Runs, grant: NewGrant, giver: Giver): Promise<string> {
  // Known here and not first in the database: the MAC covers it.
  const [clock] = await runs.query<{ now: Date }>({ text: 'select heldwell.now() as now' });
  const row = {
    summary_labels: [],
    adopted: false,
    ...grant,
    id: grant.id ?? uuidv7(),
    version: 1,
    ended: false,
    valid_from: clock?.now ?? new Date(),
  };
  const stored = { ...row, ...(await decidedBy(runs, row, giver)), mac: macOf(runs, row) };
  await runs.query({
    text: `insert into heldwell.consent_grant select made.* from jsonb_populate_record(null::heldwell.consent_grant,
      jsonb_build_object('recorded_at', heldwell.now()) || $1::jsonb) made`,
    values: [JSON.stringify(stored)],
  });
  return row.id;
}

/** Writes the next version of a grant; versions are never edited, and what the change does not name stays as it was. */
export async function changeGrant(
  runs: Runs,
  change: { grant: GrantRow; to: GrantTerms },
  giver: Giver,
): Promise<void> {
  const { grant, to } = change;
  const key = [grant.patient_id, grant.id, grant.version];
  await runs.query({
    text: `update heldwell.consent_grant set superseded_at = heldwell.now()
      where patient_id = $1 and id = $2 and version = $3`,
    values: key,
  });
  const row = { ...grant, ...to, version: grant.version + 1 };
  const decided = { ...to, version: row.version, ...(await decidedBy(runs, row, giver)) };
  const mac = macOf(runs, row);
  await runs.query({
    text: `insert into heldwell.consent_grant select made.* from heldwell.consent_grant g cross join lateral
        jsonb_populate_record(g, jsonb_build_object('recorded_at', heldwell.now()) || $4::jsonb) made
      where g.patient_id = $1 and g.id = $2 and g.version = $3`,
    values: [...key, JSON.stringify({ ...decided, superseded_at: null, cause: null, mac })],
  });
}

/**
 * Signs what the viewer gave in this transaction through a function of the database: an emergency, a court's order.
 * Until then it opens nothing.
 */
export async function signGiven(runs: Runs, patient: string, id: string): Promise<void> {
  const [given] = await runs.query<GrantRow>({
    text: 'select * from heldwell.unsigned_grant($1, $2)',
    values: [patient, id],
  });
  if (!given) return;
  const mac = runs.sealing.grants.of(given);
  await runs.query({ text: 'select heldwell.sign_grant($1, $2, $3)', values: [patient, id, mac] });
}

/** Bytes as JSON carries them to a column. */
const hexOf = (bytes: Buffer | null): string | null => bytes && `\\x${bytes.toString('hex')}`;

const macOf = (runs: Runs, row: GrantRow): string | null => hexOf(runs.sealing.grants.of(row));

/** Seals why a version of a grant is written. */
export const sealReason = (
  runs: Runs,
  grant: Pick<GrantRow, 'id' | 'version'>,
  reason: string | null | undefined,
): Promise<Buffer | null> =>
  sealSaid(runs, { place: 'access.reason', row: `${grant.id}.${grant.version}` }, reason);

const decidedBy = async (runs: Runs, version: GrantRow, giver: Giver) => ({
  given_by: giver.name,
  given_by_person: giver.personId,
  reason: hexOf(await sealReason(runs, version, giver.reason)),
});

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
