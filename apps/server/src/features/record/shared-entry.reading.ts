import { defineReading, extendReading, many, one, value } from '../../platform/reading/reading.ts';
import { maySeeEntry } from '../consent/index.ts';
import { headlineOf } from './entry.reading.ts';

defineReading({
  type: 'EntryName',
  table: 'entry',
  fields: {
    id: value(({ row }) => `heldwell.global_id('E', ${row}.patient_id, ${row}.id)`),
    kind: value(({ row }) => `${row}.kind`),
    title: headlineOf((said) => said.title),
  },
});

defineReading({
  type: 'EntryReader',
  table: 'consent_grant',
  fields: {
    grantee: one('Grantee', ({ row }, it) => ({
      from: `(select ${row}.patient_id, ${row}.grantee_kind, ${row}.grantee_id, ${row}.grantee_name,
        ${row}.acting_team_id) ${it}`,
      where: 'true',
    })),
    seesNow: value(({ row }) => `${row}.sees_now`),
    wouldSee: value(({ row }) => `${row}.would_see`),
    onlyThis: value(({ row }) => `${row}.only_this`),
  },
});

/** The one entry that a grant, a version of one or its receipt is for; whoever does not see it is not told its name. */
const entry = one('EntryName', ({ row }, it) => ({
  from: `heldwell.entry ${it}`,
  where: `${it}.patient_id = ${row}.patient_id and ${it}.id = ${row}.entry_id and ${maySeeEntry(it)}`,
}));

for (const type of ['Grant', 'GrantVersion', 'Receipt']) extendReading(type, { entry });

extendReading('Entry', {
  readers: many('EntryReader', ({ row, param }, it) => ({
    from: `heldwell.readers_of(${row}.patient_id, ${row}.id,
      coalesce(${param('text', ({ under }) => under ?? null)}, ${row}.label)) ${it}`,
    where: `${row}.patient_id is not distinct from heldwell.viewer_record()`,
    orderBy: `${it}.grantee_name, ${it}.grantee_id`,
    limit: '500',
  })),
});
