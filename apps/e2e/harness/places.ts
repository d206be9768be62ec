import { randomUUID } from 'node:crypto';
import type { Person } from './person.ts';

/** What stands for the `:name` parts of an app's addresses. */
export type Places = Record<string, string>;

interface Record_ {
  id: string;
  threads: { nodes: { id: string }[] };
  results: { nodes: { id: string; title: string; hasTrend: boolean }[] };
  sharing?: { grants: { id: string; state: string; thread: { id: string } | null }[] };
}

const parts = `id threads(first: 1) { nodes { id } }
  results: entries(kind: TEST_RESULT, first: 20) { nodes { id title hasTrend } }`;

function placesOf({ id, threads, results, sharing }: Record_): Places {
  const result = results.nodes.find(({ hasTrend }) => hasTrend) ?? results.nodes[0];
  const grant = sharing?.grants.find(({ state, thread }) => state === 'IN_FORCE' && thread === null);
  return {
    record: id,
    thread: threads.nodes[0]?.id ?? 'none',
    entry: result?.id ?? 'none',
    grant: grant?.id ?? 'none',
    kind: 'medicine',
  };
}

/** The addresses of somebody who is signed in, each of something that is there. */
export async function placesFor(person: Person): Promise<Places> {
  const look = { patient: ofPatient, carer: ofCarer, professional: ofProfessional };
  return look[person.app](person);
}

async function ofPatient(person: Person): Promise<Places> {
  const { viewer } = await person.asks<{ viewer: { record: Record_ } }>(
    `{ viewer { record { ${parts} sharing { grants { id state thread { id } } } } } }`,
  );
  return placesOf(viewer.record);
}

async function ofCarer(person: Person): Promise<Places> {
  const { viewer } = await person.asks<{ viewer: { caresFor: { nodes: Record_[] } } }>(
    `{ viewer { caresFor { nodes { ${parts} } } } }`,
  );
  const [record] = viewer.caresFor.nodes;
  return record ? placesOf(record) : {};
}

/** Staff of a team; a record of its inbox opens for them without the team as well, under what is shared with them. */
async function ofProfessional(person: Person): Promise<Places> {
  const { viewer } = await person.asks<{
    viewer: Record<'teams' | 'privacyDesks' | 'administers', { id: string }[]>;
  }>('{ viewer { teams { id } privacyDesks { id } administers { id } } }');
  const [organisation] = viewer.administers;
  if (organisation) return ofAdministrator(person, organisation.id);
  const [team] = viewer.teams;
  const [desk] = viewer.privacyDesks;
  if (desk) return ofOfficer(person, desk.id);
  const answer = await person.asks<{ team: { inbox: { nodes: { id: string; record: Record_ }[] } } }>(
    `query($team: ID!) { team(id: $team) { inbox(first: 1) { nodes { id record { ${parts} } } } } }`,
    { team: team?.id },
  );
  const [first] = answer.team.inbox.nodes;
  if (!first || !team) return {};
  return { ...placesOf(first.record), thread: first.id, team: team.id, ...(await ofTeam(person, team.id)) };
}

/** Of a team the person runs: somebody who works in it, and a registration that waits. */
async function ofTeam(person: Person, team: string): Promise<Places> {
  const { staffTeam } = await person.asks<{ staffTeam: { members: { id: string }[] } | null }>(
    'query ($team: ID!) { staffTeam(team: $team) { members { id viewerMayChange } } }',
    { team },
  );
  return { person: staffTeam?.members.at(-1)?.id ?? 'none', registration: 'none' };
}

async function ofAdministrator(person: Person, organisation: string): Promise<Places> {
  const { staffOrganisation } = await person.asks<{
    staffOrganisation: { teams: { id: string; members: { id: string }[] }[] };
  }>('query ($id: ID!) { staffOrganisation(organisation: $id) { teams { id members { id } } } }', {
    id: organisation,
  });
  const team = staffOrganisation.teams.find(({ members }) => members.length > 0);
  return { organisation, team: team?.id ?? 'none', person: team?.members[0]?.id ?? 'none' };
}

interface Desk {
  freezes: { id: string; liftedAt: string | null }[];
  courtOrders: { id: string }[];
}

/** A desk with something on it: a freeze that waits, and an order, both about Sunil Rao. */
async function ofOfficer(person: Person, office: string): Promise<Places> {
  const look = async () => {
    const { privacyDesk } = await person.asks<{ privacyDesk: Desk }>(
      'query ($office: ID!) { privacyDesk(organisation: $office) { freezes { id liftedAt } courtOrders { id } } }',
      { office },
    );
    return privacyDesk;
  };
  const sunil = { nhsNumber: '9998614058', birthDate: '1954-08-30', familyName: 'Rao' };
  const whose = { organisation: office, ...sunil, reason: 'For the screens.' };
  const { courtOrders } = await look();
  if (courtOrders.length === 0) {
    const { privacyDesk } = await person.asks<{ privacyDesk: { teams: { id: string }[] } }>(
      'query ($office: ID!) { privacyDesk(organisation: $office) { teams { id } } }',
      { office },
    );
    await person.asks('mutation ($input: GiveCourtOrderInput!) { giveCourtOrder(input: $input) }', {
      input: {
        ...{ ...whose, id: randomUUID(), team: privacyDesk.teams[0]?.id },
        ...{ labels: ['GENERAL'], reference: 'FD26P00001' },
      },
    });
    await person.asks('mutation ($input: FreezeRecordInput!) { freezeRecord(input: $input) }', {
      input: { ...whose, id: randomUUID(), kind: 'RECORD' },
    });
  }
  const desk = await look();
  return {
    office,
    what: 'record',
    freeze: desk.freezes.find(({ liftedAt }) => !liftedAt)?.id ?? 'none',
    order: desk.courtOrders[0]?.id ?? 'none',
  };
}

/** The address that a route's path means here. */
export function addressOf(path: string, places: Places): string {
  return path.replace(/:(\w+)/g, (_, name: string) => places[name] ?? 'none');
}
