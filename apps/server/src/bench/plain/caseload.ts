import { readNameSearch } from '../../features/people/name-search.ts';
import { inForce, listLook } from './consent.ts';
import { nhsNumberOf } from './identity.ts';
import { globalId, idsIn, pageOf } from './shapes.ts';
import type { Handler } from './turn.ts';

const PERSON = `c.family_key, c.given_key, p.id, p.title, p.given_name, p.family_name, p.preferred_name, p.birth_date, i.details`;
const GRANTED = `exists (select from heldwell.consent_grant g where g.patient_id = p.id and ${inForce('$2')})`;
const GENERAL = `exists (select from heldwell.consent_grant g where g.patient_id = p.id and g.thread_id is null
  and 'GENERAL' = any (g.labels) and ${inForce('$2')})`;

const BY_NAME = `select ${PERSON} from heldwell.caseload c join heldwell.patient p on p.id = c.patient_id
    left join heldwell.patient_identity i on i.patient_id = p.id and ${GENERAL}
  where c.team_id = $1 and c.family_key >= $3 and c.family_key < $4 and c.given_key >= $5 and c.given_key < $6 and ${GRANTED}
  order by c.family_key, c.given_key, c.patient_id limit 26`;

const BY_NUMBER = `select ${PERSON} from heldwell.patient_identity i join heldwell.caseload c on c.team_id = $1 and c.patient_id = i.patient_id
    join heldwell.patient p on p.id = i.patient_id
  where i.nhs_number_hash = $3 and ${GENERAL} and ${GRANTED}`;

interface PersonRow extends Record<string, unknown> {
  id: string;
  details: Buffer | null;
}

const node = (row: PersonRow, nhsNumber: string | null) => ({
  id: globalId('R', row.id),
  title: row.title,
  givenName: row.given_name,
  familyName: row.family_name,
  preferredName: row.preferred_name,
  birthDate: row.birth_date,
  nhsNumber,
});

/** Patients of one of the viewer's teams, by the beginning of a name or by NHS number. */
export const caseload: Handler = async ({ client, keys, viewer, args, last }) => {
  const [team] = idsIn(args.team ?? '');
  if (!team || !viewer.teams.includes(team)) return { team: null };
  const { family, given, nhsNumber } = readNameSearch(args.search);
  const ends = [family, `${family}\u{10FFFF}`, given, `${given}\u{10FFFF}`];
  const { rows } = await client.query<PersonRow>(
    nhsNumber
      ? {
          name: 'by_number',
          text: BY_NUMBER,
          values: [team, viewer.grantees, keys.sealing.lookup('NHS-NUMBER', nhsNumber)],
        }
      : { name: 'by_name', text: BY_NAME, values: [team, viewer.grantees, ...ends] },
  );
  const shown = rows.slice(0, 25).map((row) => row.id);
  if (shown.length > 0) last.push(listLook(viewer, shown, 'caseload'));
  await keys.need(
    client,
    rows.map(({ id }) => ({ patient: id, label: 'GENERAL' })),
  );
  const numbers = new Map<string, string | null>();
  for (const { id, details } of rows) numbers.set(id, await nhsNumberOf({ client, keys }, id, details));
  const withNumber = (row: PersonRow) => node(row, numbers.get(row.id) ?? null);
  const page = pageOf(rows, 25, { node: withNumber, keys: (row) => [row.family_key, row.given_key, row.id] });
  return { team: { id: args.team, caseload: page } };
};
