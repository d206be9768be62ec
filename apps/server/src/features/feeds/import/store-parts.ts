import type { EntityManager } from 'typeorm';
import type { SourceLink } from '../fhir/entry-content.ts';
import type { StoredEntry } from './store-entries.ts';

interface Listing {
  patientId: string;
  whole: SourceLink;
  part: SourceLink;
  position: number;
}

const LIST = `insert into heldwell.entry_listing (patient_id, organisation_id, whole_type, whole_key, part_type, part_key, position)
  select distinct on (n.patient_id, n.whole_type, n.whole_key, n.part_type, n.part_key)
    n.patient_id, $1, n.whole_type, n.whole_key, n.part_type, n.part_key, n.position
  from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::integer[])
    n (patient_id, whole_type, whole_key, part_type, part_key, position)
  on conflict (patient_id, organisation_id, whole_type, whole_key, part_type, part_key)
    do update set position = excluded.position where entry_listing.position <> excluded.position`;

/** What a changed report no longer lists is no part of it any more. */
const FORGET = `with whole as (select * from unnest($2::uuid[], $3::text[], $4::uuid[]) w (patient_id, key, entry_id)), listed as (
    delete from heldwell.entry_listing l using whole w
    where l.patient_id = w.patient_id and l.organisation_id = $1 and l.whole_type = 'DiagnosticReport' and l.whole_key = w.key
  )
  delete from heldwell.entry_part p using whole w where p.patient_id = w.patient_id and p.whole_id = w.entry_id`;

/** Either side may be named by its key or by its resource's id. */
const RESOLVE = `with n as materialized (
    select * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) n (patient_id, type, key, resource_id)
  ), touched as (
    select l.* from n join heldwell.entry_listing l on l.patient_id = n.patient_id and l.organisation_id = $1
      and l.part_type = n.type and l.part_key in (n.key, n.resource_id)
    union
    select l.* from n join heldwell.entry_listing l on l.patient_id = n.patient_id and l.organisation_id = $1
      and l.whole_type = n.type and l.whole_key in (n.key, n.resource_id)
  )
  insert into heldwell.entry_part (patient_id, whole_id, part_id, position)
  select t.patient_id, w.entry_id, p.entry_id, min(t.position) from touched t
  join lateral (
    select s.entry_id from heldwell.entry_source s where s.patient_id = t.patient_id and s.organisation_id = $1
      and s.resource_type = t.whole_type and s.source_key = t.whole_key
    union select s.entry_id from heldwell.entry_source s where s.patient_id = t.patient_id and s.organisation_id = $1
      and s.resource_type = t.whole_type and s.resource_id = t.whole_key) w on true
  join lateral (
    select s.entry_id from heldwell.entry_source s where s.patient_id = t.patient_id and s.organisation_id = $1
      and s.resource_type = t.part_type and s.source_key = t.part_key
    union select s.entry_id from heldwell.entry_source s where s.patient_id = t.patient_id and s.organisation_id = $1
      and s.resource_type = t.part_type and s.resource_id = t.part_key) p on true
  where w.entry_id <> p.entry_id
  group by 1, 2, 3
  on conflict (patient_id, whole_id, part_id) do update set position = excluded.position
    where entry_part.position <> excluded.position`;

/** Joins reports and panels with their results, whichever of the two came first, in this run or an earlier one. */
export async function storeParts(
  manager: EntityManager,
  organisationId: string,
  stored: readonly StoredEntry[],
): Promise<void> {
  const current = stored.filter(({ outcome }) => outcome !== 'OLDER');
  const reports = current.filter(({ row, outcome }) => row.draft.kind === 'REPORT' && outcome === 'CHANGED');
  if (reports.length > 0) {
    await manager.query(FORGET, [
      organisationId,
      reports.map(({ row }) => row.patientId),
      reports.map(({ row }) => row.draft.sourceKey),
      reports.map(({ entryId }) => entryId),
    ]);
  }
  const listings = current.flatMap(listingsOf);
  if (listings.length > 0) {
    await manager.query(LIST, [
      organisationId,
      listings.map(({ patientId }) => patientId),
      listings.map(({ whole }) => whole.resourceType),
      listings.map(({ whole }) => whole.sourceKey),
      listings.map(({ part }) => part.resourceType),
      listings.map(({ part }) => part.sourceKey),
      listings.map(({ position }) => position),
    ]);
  }
  const moved = current.filter(
    ({ outcome, row }) => outcome !== 'UNCHANGED' || listingsOf({ row }).length > 0,
  );
  if (moved.length === 0) return;
  await manager.query(RESOLVE, [
    organisationId,
    moved.map(({ row }) => row.patientId),
    moved.map(({ row }) => row.draft.resourceType),
    moved.map(({ row }) => row.draft.sourceKey),
    moved.map(({ row }) => row.draft.resourceId),
  ]);
}

/** A report lists its results itself; of a panel each member knows, when both came in one run. */
function listingsOf({ row }: Pick<StoredEntry, 'row'>): Listing[] {
  const { draft, patientId, index } = row;
  const self = { resourceType: draft.resourceType, sourceKey: draft.sourceKey };
  const panels = draft.partOf.filter(({ resourceType }) => resourceType !== 'DiagnosticReport');
  const results = draft.kind === 'REPORT' ? (draft.content.resultKeys ?? []) : [];
  return [
    ...panels.map((whole) => ({ patientId, whole, part: self, position: index })),
    ...results.map((part, position) => ({ patientId, whole: self, part, position })),
  ];
}
