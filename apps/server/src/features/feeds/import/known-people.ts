import type { SubjectLink } from '../fhir/fhir-references.ts';
import type { PatientDraft } from '../fhir/patient-draft.ts';
import { candidatesFor, decideMatch } from './match-patient.ts';
import { makePatient, type PatientOutcome, updatePatient } from './store-patient.ts';
import type { Storing } from './storing.ts';

/** The record something belongs to, or why it cannot be said. */
export type Resolution =
  | { is: 'RECORD'; patientId: string; made: boolean; outcome: PatientOutcome }
  | { is: 'UNKNOWN'; reason: string };

const NHS_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';

/**
 * Whose record is whose, for one run. What was decided within a transaction that did not commit is forgotten, because
 * the record it made is not there.
 */
export class KnownPeople {
  private readonly decided = new Map<PatientDraft, Resolution>();
  private undecided: PatientDraft[] = [];
  private readonly organisationId: string;
  /** People whom an accepted source describes: only they may become new records. */
  private readonly accepted = new Set<PatientDraft>();

  constructor(organisationId: string) {
    this.organisationId = organisationId;
  }

  accept(patients: readonly PatientDraft[]): void {
    for (const patient of patients) this.accepted.add(patient);
  }

  begin(): void {
    this.undecided = [];
  }

  forget(): void {
    for (const patient of this.undecided) this.decided.delete(patient);
    this.undecided = [];
  }

  /** The record of a Patient of this run, made or brought up to date the first time it is asked for. */
  async ofPatient(storing: Storing, draft: PatientDraft): Promise<Resolution> {
    const earlier = this.decided.get(draft);
    if (earlier) return earlier;
    const resolution = await this.decide(storing, draft);
    this.decided.set(draft, resolution);
    this.undecided.push(draft);
    return resolution;
  }

  /** The record an entry belongs to: its Patient's, else that of a number under which this sender knows a person. */
  async ofSubject(storing: Storing, subject: SubjectLink | null): Promise<Resolution> {
    if (!subject) return { is: 'UNKNOWN', reason: 'It does not say whose it is.' };
    if (subject.patient) return this.ofPatient(storing, subject.patient);
    const numbers = [
      ...(subject.nhsNumber ? [{ system: NHS_SYSTEM, value: subject.nhsNumber }] : []),
      ...(subject.local ? [subject.local] : []),
    ];
    const lookup = (value: string) => storing.keys.sealing.lookup('IDENTIFIER', value);
    const rows = await storing.manager.query<{ patient_id: string }[]>(
      `select distinct k.patient_id from heldwell.patient_identifier k
         join unnest($2::text[], $3::bytea[]) n (system, value) on n.system = k.system and n.value = k.value_hash
       where k.organisation_id = $1`,
      [this.organisationId, numbers.map(({ system }) => system), numbers.map(({ value }) => lookup(value))],
    );
    const [found, another] = rows;
    if (another) return { is: 'UNKNOWN', reason: 'Its numbers belong to more than one record.' };
    if (found) return { is: 'RECORD', patientId: found.patient_id, made: false, outcome: 'UNCHANGED' };
    return { is: 'UNKNOWN', reason: 'This sender has sent no Patient with this number.' };
  }

  private async decide(storing: Storing, draft: PatientDraft): Promise<Resolution> {
    await lockPerson(storing, draft);
    const match = decideMatch(draft, await candidatesFor(storing, this.organisationId, draft));
    if (match.is === 'UNCLEAR') return { is: 'UNKNOWN', reason: match.reason };
    if (match.is === 'NOBODY' && !this.accepted.has(draft)) {
      return { is: 'UNKNOWN', reason: 'The Patient it belongs to was refused.' };
    }
    const made = match.is === 'NOBODY';
    const patientId = match.is === 'NOBODY' ? await makePatient(storing, draft) : match.id;
    if (!this.accepted.has(draft)) return { is: 'RECORD', patientId, made, outcome: 'UNCHANGED' };
    const outcome = await updatePatient(storing, { patientId, organisationId: this.organisationId }, draft);
    return { is: 'RECORD', patientId, made, outcome: made ? 'NEW' : outcome === 'NEW' ? 'CHANGED' : outcome };
  }
}

/** Two senders may tell of the same new person at the same moment: the second waits and then finds them. */
async function lockPerson({ manager }: Storing, { nhsNumber }: PatientDraft): Promise<void> {
  if (nhsNumber) {
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('nhs-number ' || $1, 0))`, [
      nhsNumber,
    ]);
  }
}
