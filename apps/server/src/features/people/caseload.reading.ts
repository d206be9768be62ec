import { extendReading, page } from '../../platform/reading/reading.ts';
import type { Arguments } from '../../platform/reading/selection.ts';
import { beyond, readNameSearch } from './name-search.ts';
import { mayKnow } from './patient-record.reading.ts';

const search = (args: Arguments) => readNameSearch(args.search as string | null | undefined);

extendReading('Team', {
  // By name the caseload's index leads, by NHS number the identity's: one of the two finds rows.
  caseload: page('PatientRecord', ({ row, param }, it) => {
    const nhsNumber = param('text', (args) => search(args).nhsNumber);
    const from = `(
      select c.* from heldwell.caseload c where ${nhsNumber} is null and c.team_id = ${row}.id
        and c.family_key >= ${param('text', (args) => search(args).family)}
        and c.family_key < ${param('text', (args) => beyond(search(args).family))}
        and c.given_key >= ${param('text', (args) => search(args).given)}
        and c.given_key < ${param('text', (args) => beyond(search(args).given))}
      union all
      select c.* from heldwell.patient_identity i
        join heldwell.caseload c on c.team_id = ${row}.id and c.patient_id = i.patient_id
        where i.nhs_number = ${nhsNumber}
    ) listed join heldwell.patient ${it} on ${it}.id = listed.patient_id`;
    return {
      from,
      where: `${row}.id = any ((select heldwell.viewer_teams())::uuid[]) and ${mayKnow(it)}`,
      patient: `${it}.id`,
      order: {
        keys: ['listed.family_key', 'listed.given_key', 'listed.patient_id'],
        types: ['text', 'text', 'uuid'],
        direction: 'asc',
      },
    };
  }),
});
