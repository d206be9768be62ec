import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../../platform/as-system.ts';
import { ofPeople } from '../../../platform/sealing/system-key.ts';
import { SystemKeys } from '../../../platform/sealing/system-keys.ts';
import { beginRecord, ownRecordOf, takeUpRecord } from '../../registration/index.ts';
import type { ProvedPerson } from '../claims.ts';
import { type Identity, subjectHash } from '../person-identity.ts';
import { isOf, noteNational, type TakeUp } from './take-up.ts';

/** What staff settled about a national sign-in that waited, and the record it was about. */
export interface Decided {
  outcome: 'NEXT_SIGN_IN' | 'OTHER_SIGN_IN' | 'NOT_SAME';
  patient: string;
}

/** What staff settled about this identity; undefined while it waits, or never did. */
export async function decidedOf(runs: SystemRuns, identity: Identity): Promise<Decided | undefined> {
  const [decided] = await runs.query<Decided>({
    text: `select outcome, patient_id as patient from heldwell.identity_wait where issuer = $1 and subject_hash = $2
      and settled_at is not null and outcome <> 'CAME_IN' and patient_id is not null`,
    values: [identity.issuer, subjectHash(runs.sealing, identity)],
  });
  return decided;
}

export type AsDecided =
  | TakeUp
  /** Their record opens with the sign-in they have here. */
  | { is: 'HAS_SIGN_IN' }
  /** The record they have is somebody else's, by what staff said or by its name and birth date. */
  | { is: 'NOT_THEIRS' };

/**
 * Lets somebody in as staff settled it; they have proved anew who they are. What was settled is about one record: another one,
 * of the sign-in they come to, is verified only where name and birth date are theirs, as at every national sign-in.
 */
export async function takeUpAsDecided(
  runs: SystemRuns,
  decided: Decided,
  { personId, proved }: { personId: string; proved: ProvedPerson },
): Promise<AsDecided> {
  const own = await ownRecordOf(runs, personId);
  const isOwn = own?.id === decided.patient;
  const keepOwn = () =>
    own && (isOwn || isOf(own, proved))
      ? keep(runs, personId, own.id)
      : Promise.resolve<AsDecided>({ is: 'NOT_THEIRS' });
  if (decided.outcome === 'NOT_SAME') {
    if (isOwn) return { is: 'NOT_THEIRS' };
    return own ? keepOwn() : keep(runs, personId, await apart(runs, personId, proved));
  }
  if (own && (isOwn || decided.outcome === 'OTHER_SIGN_IN')) return keepOwn();
  if (decided.outcome === 'OTHER_SIGN_IN') return { is: 'HAS_SIGN_IN' };
  const opened = await takeUpRecord(runs, decided.patient, { personId, how: 'NATIONAL_SIGN_IN' });
  if (opened.is === 'TAKEN_UP') {
    await noteNational(runs, personId, opened.patientId);
    return { is: 'TAKEN_UP', patient: opened.patientId, first: true };
  }
  if (own) return keepOwn();
  return { is: 'WAITS', patient: decided.patient, reason: 'TAKEN', sameNumber: null };
}

async function keep(runs: SystemRuns, personId: string, patient: string): Promise<TakeUp> {
  await noteNational(runs, personId, patient);
  return { is: 'TAKEN_UP', patient, first: false };
}

/** A record of their own, with the number lying beside it: on the other one it stays until its sender corrects it. */
const apart = (runs: SystemRuns, personId: string, proved: ProvedPerson): Promise<string> =>
  beginRecord(runs, {
    personId,
    givenName: proved.givenName ?? '',
    familyName: proved.familyName,
    birthDate: proved.birthDate,
    nhsNumber: proved.nhsNumber,
  });

/** What waited for this identity has settled itself: a later try fitted. */
export async function waitsNoMore(runs: SystemRuns, identity: Identity): Promise<void> {
  await runs.query({
    text: `update heldwell.identity_wait set settled_at = heldwell.now(), outcome = 'CAME_IN'
      where issuer = $1 and subject_hash = $2 and settled_at is null`,
    values: [identity.issuer, subjectHash(runs.sealing, identity)],
  });
}

/** A national sign-in for staff to look at. */
export interface Waiting {
  identity: Identity;
  proved: ProvedPerson;
  /** Whose sign-in it was to be linked to; null for somebody new. */
  personId: string | null;
  why: Extract<TakeUp, { is: 'WAITS' }>;
}

/** Keeps what a national sign-in said of somebody, once however often they try; the newest of it counts. */
export async function storeWaiting(runs: SystemRuns, waiting: Waiting): Promise<void> {
  const { identity, proved, personId, why } = waiting;
  const hash = subjectHash(runs.sealing, identity);
  await runs.query({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 1))',
    values: [hash.toString('hex')],
  });
  const [known] = await runs.query<{ id: string }>({
    text: 'select id from heldwell.identity_wait where issuer = $1 and subject_hash = $2',
    values: [identity.issuer, hash],
  });
  const id = known?.id ?? uuidv7();
  const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
  await runs.query({
    text: `insert into heldwell.identity_wait (id, issuer, subject_hash, claims, waits_since, patient_id, person_id, reason,
        same_number, given_name, family_name, birth_date)
      values ($1, $2, $3, $4, heldwell.now(), $5, $6, $7, $8, $9, $10, $11)
      on conflict (issuer, subject_hash) do update set claims = excluded.claims, patient_id = excluded.patient_id,
        person_id = excluded.person_id, reason = excluded.reason, same_number = excluded.same_number,
        given_name = excluded.given_name, family_name = excluded.family_name, birth_date = excluded.birth_date,
        settled_at = null, settled_by = null, settled_by_person = null, outcome = null`,
    values: [
      ...[id, identity.issuer, hash, keys.seal(ofPeople('identity_wait.claims', id), proved)],
      ...[why.patient, personId, why.reason, why.sameNumber],
      ...[proved.givenName ?? '', proved.familyName, proved.birthDate],
    ],
  });
}
