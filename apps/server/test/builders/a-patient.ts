import { uuidv7 } from 'uuidv7';
import {
  effectiveLabels,
  giveGrant,
  type PrivacyLabel,
  type Right,
} from '../../src/features/consent/index.ts';
import { NO_DETAILS, nhsNumberHash, sealDetails } from '../../src/features/people/index.ts';
import { writeId } from '../../src/platform/global-id.ts';
import type { TestDatabase } from '../harness/a-database.ts';
import { aThreadRow, type ThreadChoice } from './a-thread-row.ts';
import { anEntryRow, type EntryChoice } from './an-entry-row.ts';
import { aPerson, type MadeCarer, type MadePerson, type MadeTeam } from './people.ts';
import { keysOf, runsOf, signAgain } from './sealed.ts';

/** A team, a carer, a professional by themself (a person’s id) or a whole organisation. */
type Grantee = MadeTeam | MadeCarer | { kind: 'PROFESSIONAL' | 'ORGANISATION'; id: string; name: string };

interface Terms {
  with: Grantee;
  rights?: Right[];
  validFrom?: string;
  validUntil?: string;
  ended?: boolean;
}

/** A stored patient: ids of rows as the database has them, ids as clients see them. */
export interface MadePatient extends MadePerson {
  id: string;
  recordId: string;
  /** Row ids of the entries, in the order they were asked for. */
  entries: string[];
  /** Row ids of the discussions likewise. */
  threads: string[];
  /** Row ids of the grants likewise. */
  grants: string[];
  entryId(index?: number): string;
  threadId(index?: number): string;
  grantId(index?: number): string;
}

/** Begins a patient; nothing is stored before `stored()`. */
export const aPatient = (db: TestDatabase): PatientBuilder => new PatientBuilder(db);

class PatientBuilder {
  private readonly db: TestDatabase;
  private readonly shares: { labels: PrivacyLabel[]; terms: Terms }[] = [];
  private readonly entries: EntryChoice[] = [];
  private readonly threads: ThreadChoice[] = [];
  private name = { givenName: 'Jo', familyName: 'Patient' };
  private nhsNumber: string | null = null;
  private birthDate = '1980-01-02';

  constructor(db: TestDatabase) {
    this.db = db;
  }

  named(givenName: string, familyName: string): this {
    this.name = { givenName, familyName };
    return this;
  }

  /** Ten digits, and the birth date that goes with them. */
  known(nhsNumber: string, birthDate = this.birthDate): this {
    this.nhsNumber = nhsNumber;
    this.birthDate = birthDate;
    return this;
  }

  /** Gives a team or carer access to one label, or several. A carer becomes one of this record. */
  sharing(labels: PrivacyLabel | PrivacyLabel[], terms: Terms): this {
    this.shares.push({ labels: [labels].flat(), terms });
    return this;
  }

  withEntry(entry: EntryChoice = {}): this {
    this.entries.push(entry);
    return this;
  }

  /** A discussion with a team and its first message; the team gets its grant for it. */
  withThread(thread: ThreadChoice): this {
    this.threads.push(thread);
    return this;
  }

  async stored(): Promise<MadePatient> {
    const { db } = this;
    const person = await aPerson(db, this.name);
    const id = uuidv7();
    await db.rows(
      `insert into heldwell.patient (id, person_id, given_name, family_name, birth_date, created_at)
       values ($1, $2, $3, $4, $5, heldwell.now())`,
      [id, person.personId, person.givenName, person.familyName, this.birthDate],
    );
    await db.rows(
      `insert into heldwell.identity_check (patient_id, id, person_id, how, checked_by, checked_at)
       values ($1, $2, $3, 'STAFF', 'Test Staff', heldwell.now())`,
      [id, uuidv7(), person.personId],
    );
    const details = sealDetails(await keysOf(db, id), id, { ...NO_DETAILS, nhsNumber: this.nhsNumber });
    await db.rows(
      `insert into heldwell.patient_identity (patient_id, details, nhs_number_hash, updated_at)
       values ($1, $2, $3, heldwell.now())`,
      [id, details, nhsNumberHash(db.sealing, this.nhsNumber)],
    );
    const giver = { name: `${person.givenName} ${person.familyName}`, personId: person.personId };
    const grants: string[] = [];
    for (const share of this.shares) grants.push(await this.give(id, share, giver));
    const entries: string[] = [];
    for (const entry of this.entries) entries.push(await anEntryRow(db, id, entry));
    const threads: string[] = [];
    for (const thread of this.threads) threads.push(await aThreadRow(db, { id, ...person }, thread));
    const made =
      (kind: 'ENTRY' | 'THREAD' | 'GRANT', rows: string[]) =>
      (index = 0) =>
        writeId(kind, rows[index] ?? '00000000-0000-0000-0000-000000000000', id);
    return {
      ...person,
      id,
      recordId: writeId('RECORD', id),
      entries,
      threads,
      grants,
      entryId: made('ENTRY', entries),
      threadId: made('THREAD', threads),
      grantId: made('GRANT', grants),
    };
  }

  private async give(
    patient: string,
    { labels, terms }: { labels: PrivacyLabel[]; terms: Terms },
    giver: { name: string; personId: string },
  ): Promise<string> {
    const { db } = this;
    const grantee = terms.with;
    if (grantee.kind === 'CARER') {
      await db.rows(
        `insert into heldwell.carer (patient_id, person_id, display_name, since) values ($1, $2, $3, heldwell.now())
         on conflict do nothing`,
        [patient, grantee.id, grantee.name],
      );
    }
    const id = await giveGrant(
      runsOf(db),
      {
        patient_id: patient,
        grantee_kind: grantee.kind,
        grantee_id: grantee.id,
        grantee_name: grantee.name,
        labels: effectiveLabels(labels),
        rights: terms.rights ?? ['SEE', 'MESSAGE'],
        thread_id: null,
        basis: 'PATIENT_CHOICE',
        valid_until: terms.validUntil ?? null,
      },
      giver,
    );
    if (terms.validFrom || terms.ended) {
      await db.rows(
        `update heldwell.consent_grant set valid_from = coalesce($3, valid_from), ended = $4 where patient_id = $1 and id = $2`,
        [patient, id, terms.validFrom ?? null, terms.ended ?? false],
      );
      await signAgain(db, patient, id);
    }
    return id;
  }
}
