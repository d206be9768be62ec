import type { EntryToShare, OwnRecord } from './share-entry-query.ts';

/** Somebody one entry can be shared with: a person, a team or a whole organisation. */
export type EntryReceiver = {
  kind: 'CARER' | 'PROFESSIONAL' | 'TEAM' | 'ORGANISATION';
  /** Theirs, or a professional’s grant. */
  id: string;
  name: string;
  /** What they are to the patient, or whose team it is. */
  of: string | null;
  /** They see the entry as it is. */
  sees: boolean;
};

/** Professionals whom the patient shares with by themselves. */
function professionals({ sharing }: OwnRecord, entry: EntryToShare): EntryReceiver[] {
  return (sharing?.grants ?? [])
    .filter(({ grantee, basis }) => grantee.kind === 'PROFESSIONAL' && basis === 'PATIENT_CHOICE')
    .filter(({ entry: one, state }) => !one && (state === 'IN_FORCE' || state === 'HELD_BACK'))
    .map(({ id, labels, grantee: { name, relationship: of } }) => ({
      ...{ kind: 'PROFESSIONAL', id, name, of },
      sees: labels.includes(entry.label),
    }));
}

/** People who help first, then teams, then whole organisations; each with whether they see the entry now. */
export function entryReceivers(record: OwnRecord, entry: EntryToShare): EntryReceiver[] {
  const { carers, teamsToWriteTo } = record;
  const seeing = entry.readers
    .filter(({ seesNow }) => seesNow)
    .map(({ grantee: { kind, team, organisation } }) =>
      kind === 'TEAM' ? team?.id : kind === 'ORGANISATION' ? organisation?.id : undefined,
    );
  const people = carers.map(
    ({ id, displayName: name, relationship: of, labels }): EntryReceiver => ({
      ...{ kind: 'CARER', id, name, of },
      sees: labels.includes(entry.label),
    }),
  );
  const teams = teamsToWriteTo.map(
    ({ id, name, organisation }): EntryReceiver => ({
      ...{ kind: 'TEAM', id, name, of: organisation.name },
      sees: seeing.includes(id) || seeing.includes(organisation.id),
    }),
  );
  const organisations = new Map(teamsToWriteTo.map(({ organisation }) => [organisation.id, organisation]));
  const whole = [...organisations.values()].map(
    ({ id, name }): EntryReceiver => ({
      kind: 'ORGANISATION',
      id,
      name,
      of: null,
      sees: seeing.includes(id),
    }),
  );
  return [...people, ...professionals(record, entry), ...teams, ...whole];
}
