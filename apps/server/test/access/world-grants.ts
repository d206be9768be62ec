import {
  changeGrant,
  effectiveLabels,
  type GrantRow,
  giveGrant,
  type NewGrant,
  type Runs,
} from '../../src/features/consent/index.ts';
import { writeId } from '../../src/platform/global-id.ts';
import { runsOf, signAgain } from '../builders/sealed.ts';
import type { RunsAsOwner } from '../harness/insert-rows.ts';
import type { Canaries } from './canaries.ts';
import { type Guard, labelsAfter, labelsAtFirst, ONE_ENTRY, threadOf } from './reference-model.ts';
import { LABELS, type Viewer } from './viewers.ts';
import { NOW, type WorldEntry } from './world-entries.ts';
import type { WorldThread } from './world-threads.ts';

const DAY = 86_400_000;
const day = (offset: number) => new Date(NOW.getTime() + offset * DAY);

export interface GrantsOf {
  canaries: Canaries;
  patientId: string;
  personId: string;
  /** Of another patient: one guard for all. */
  guard?: Guard;
}

interface Grantee {
  kind: 'TEAM' | 'CARER' | 'ORGANISATION' | 'PROFESSIONAL';
  id: string;
  /** Whose viewer may see the grant while it holds. */
  of: string;
}

/** Gives, changes and ends grants as the sharing screen would, with marks in every word of them. */
export class Grants {
  private readonly runs: Runs;
  private readonly db: RunsAsOwner;
  private readonly of: GrantsOf;

  constructor(db: RunsAsOwner, of: GrantsOf) {
    this.db = db;
    this.of = of;
    this.runs = runsOf(db);
  }

  /** What a viewer of the model holds, in the state it is in. */
  async holding(
    viewer: Viewer,
    grantee: Grantee,
    { threads, entries }: { threads: readonly WorldThread[]; entries: readonly WorldEntry[] },
  ): Promise<void> {
    const { scope, state } = viewer.holds as NonNullable<Viewer['holds']>;
    if (state === 'NONE') return;
    if (scope === 'SUMMARY') {
      const terms = { summary_labels: [...LABELS], basis: 'EMERGENCY' as const, rights: ['SEE' as const] };
      return this.inState(await this.given(grantee, [], null, { terms }), state);
    }
    if (scope === 'ONE_ENTRY') {
      const { kind, label } = ONE_ENTRY;
      const entry = entries.find((one) => one.kind === kind && one.label === label);
      const terms = { entry_id: entry?.id as string, rights: ['SEE' as const] };
      return this.inState(await this.given(grantee, [], null, { terms }), state);
    }
    if (scope === 'ONE_THREAD') {
      const thread = threads.find(({ key }) => key === threadOf(viewer));
      if (!thread) throw new Error(`There is no discussion for ${viewer.key}.`);
      if (state === 'NARROWED')
        await this.ended(await this.given({ ...grantee, of: 'nobody' }, ['GENERAL'], null));
      const given = await this.given(grantee, [], thread.id);
      await this.inState(given, state);
      return viewer.kept && this.endedAfterTheFirstMessage(given);
    }
    const first = labelsAtFirst(scope, state);
    const was = state === 'NARROWED' ? { ...grantee, of: 'nobody' } : grantee;
    // Until a discussion ends that whoever holds it does not see: neither its subject nor that it is this one.
    const hidden = threads.find(({ key }) => key === 'front:MENTAL_HEALTH');
    const terms =
      scope === 'GENERAL' && state === 'IN_FORCE' && hidden ? { ends_with_thread: hidden.id } : {};
    const grant = await this.given(was, first, null, { idOf: grantee.of, terms });
    if (state !== 'NARROWED') return this.inState(grant, state);
    const to = { labels: effectiveLabels(labelsAfter(scope, state)) };
    await changeGrant(this.runs, { grant, to }, this.giver(grantee.of));
  }

  /** A grant that holds, for the record or one discussion. */
  async given(
    grantee: Grantee,
    labels: readonly string[],
    thread: string | null,
    { idOf = grantee.of, terms = {} }: { idOf?: string; terms?: Partial<NewGrant> } = {},
  ): Promise<GrantRow> {
    const { canaries, patientId } = this.of;
    const guard = this.of.guard ?? { is: 'GRANT' as const, of: idOf };
    const id = await giveGrant(
      this.runs,
      {
        patient_id: patientId,
        grantee_kind: grantee.kind,
        grantee_id: grantee.id,
        // A name stays the same in every version of a grant.
        grantee_name: canaries.word(guard),
        labels: effectiveLabels(labels as never),
        rights: ['SEE', 'MESSAGE'],
        thread_id: thread,
        basis: 'PATIENT_CHOICE',
        valid_until: null,
        ...terms,
      },
      this.giver(grantee.of),
    );
    canaries.id(writeId('GRANT', id, patientId), guard);
    const [row] = await this.db.rows<GrantRow>(
      'select * from heldwell.consent_grant where patient_id = $1 and id = $2',
      [patientId, id],
    );
    return row as GrantRow;
  }

  async ended(grant: GrantRow): Promise<void> {
    await changeGrant(this.runs, { grant, to: { ended: true } }, this.giver('nobody'));
  }

  /** Messages are of 59 and 58 minutes ago: only the first was said while it held. */
  private async endedAfterTheFirstMessage(grant: GrantRow): Promise<void> {
    await this.db.rows(
      `update heldwell.consent_grant set valid_from = $3::timestamptz - interval '10 days',
         superseded_at = $3::timestamptz - interval '58 minutes 30 seconds'
       where patient_id = $1 and id = $2 and version = 1`,
      [grant.patient_id, grant.id, NOW],
    );
  }

  private async inState(grant: GrantRow, state: string): Promise<void> {
    if (state === 'ENDED') return this.ended(grant);
    const from = state === 'FUTURE' ? day(1) : day(-10);
    const until = state === 'EXPIRED' ? day(-1) : day(30);
    await this.db.rows(
      'update heldwell.consent_grant set valid_from = $3, valid_until = $4 where patient_id = $1 and id = $2',
      [grant.patient_id, grant.id, from, until],
    );
    await signAgain(this.db, grant.patient_id, grant.id);
  }

  private giver(of: string) {
    return {
      name: this.of.canaries.word(this.of.guard ?? { is: 'GRANT', of }),
      personId: this.of.personId,
      reason: this.of.canaries.word(this.of.guard ?? { is: 'PATIENT_ALONE' }),
    };
  }
}
