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

async function ofProfessional(person: Person): Promise<Places> {
  const { viewer } = await person.asks<{ viewer: { teams: { id: string }[] } }>(
    '{ viewer { teams { id } } }',
  );
  const [team] = viewer.teams;
  const answer = await person.asks<{ team: { inbox: { nodes: { id: string; record: Record_ }[] } } }>(
    `query($team: ID!) { team(id: $team) { inbox(first: 1) { nodes { id record { ${parts} } } } } }`,
    { team: team?.id },
  );
  const [first] = answer.team.inbox.nodes;
  return first && team ? { ...placesOf(first.record), thread: first.id, team: team.id } : {};
}

/** The address that a route's path means here. */
export function addressOf(path: string, places: Places): string {
  return path.replace(/:(\w+)/g, (_, name: string) => places[name] ?? 'none');
}
