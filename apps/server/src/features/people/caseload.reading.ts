import { type Cell, extendReading, page } from '../../platform/reading/reading.ts';
import type { Arguments } from '../../platform/reading/selection.ts';
import { heldSigned } from '../consent/index.ts';
import { beyond, readNameSearch } from './name-search.ts';

const search = (args: Arguments) => readNameSearch(args.search as string | null | undefined);

/** By name the caseload's own index leads; the row comparison of the page is where its range begins. */
const byName = ({ row, param }: Cell): string => `(
  select c.* from heldwell.caseload c where c.team_id = ${row}.id
    and c.family_key < ${param('text', (args) => beyond(search(args).family))}
    and starts_with(c.family_key, ${param('text', (args) => search(args).family)})
    and starts_with(c.given_key, ${param('text', (args) => search(args).given)})) listed`;

/** By NHS number the identity's index leads, to one row or none; the limit keeps the page's order out of that look-up. */
const byNumber = ({ row, lookup }: Cell): string => `(
  select c.* from heldwell.patient_identity i cross join lateral (
      select * from heldwell.caseload where team_id = ${row}.id and patient_id = i.patient_id limit 1) c
    where i.nhs_number_hash = ${lookup('NHS-NUMBER', (args) => search(args).nhsNumber)}) listed`;

extendReading('Team', {
  caseload: page('PatientRecord', (cell, it) => {
    const byWhat = cell.choose((args) => (search(args).nhsNumber === null ? 'name' : 'number'));
    const listed = byWhat === 'name' ? byName(cell) : byNumber(cell);
    return {
      from: `${listed} join heldwell.patient ${it} on ${it}.id = listed.patient_id
        cross join lateral ${heldSigned(`g.patient_id = ${it}.id`)} seen`,
      where: `${cell.row}.id = any ((select heldwell.viewer_teams())::uuid[])`,
      patient: `${it}.id`,
      opens: { signed: 'seen.signed', label: "'GENERAL'" },
      order: {
        keys: ['listed.family_key', 'listed.given_key', 'listed.patient_id'],
        types: ['text', 'text', 'uuid'],
        direction: 'asc',
        starts: (args) => [search(args).family],
      },
    };
  }),
});
