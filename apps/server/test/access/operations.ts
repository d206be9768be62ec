import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType, isLeafType } from 'graphql';
import { writeId } from '../../src/platform/global-id.ts';
import { type Asked, type Reach, ROWS, waysFrom } from './paths.ts';
import { LABELS, type Viewer } from './viewers.ts';
import type { World } from './world.ts';

/** An operation of the matrix; every viewer asks the same. */
export interface Operation {
  name: string;
  root: string;
  text: string;
}

const KINDS = ['CONDITION', 'TEST_RESULT', 'REPORT', 'MEASUREMENT', 'DOCUMENT', 'CARE_PLAN', 'APPOINTMENT'];
const VIEWS = ['ALL', 'UNREAD', 'WAITING_ON_TEAM', 'WAITING_ON_PATIENT'];

/** How each field with arguments is asked; a field that is not here, and needs some, fails the walk. */
function asker(world: World): Asked {
  const results = world.entries.filter(({ kind }) => kind === 'TEST_RESULT' || kind === 'MEASUREMENT');
  const given = (field: GraphQLField<unknown, unknown>, depth: number, turn: number): string[] =>
    field.args.flatMap(({ name }) => {
      if (name === 'first') return [`first: ${depth === 1 ? ROWS : 5}`];
      // The whole log is asked for: what narrows it has tests of its own.
      if (['after', 'party', 'kinds', 'from', 'until', 'waiting', 'under'].includes(name)) return [];
      if (name === 'search') return turn % 3 === 0 ? ['search: "zq"'] : [];
      if (name === 'kind') return [`kind: ${KINDS[turn % KINDS.length]}`];
      if (name === 'view') return [`view: ${VIEWS[turn % VIEWS.length]}`];
      if (name === 'entry')
        return [
          `entry: "${writeId('ENTRY', results[turn % results.length]?.id as string, world.patientId)}"`,
        ];
      throw new Error(`The walk does not know the argument ${name} of ${field.name}.`);
    });
  return {
    args(field, { depth, turn }) {
      if (field.args.length === 0) return '';
      const args = given(field, depth, turn);
      return args.length === 0 ? '' : `(${args.join(', ')})`;
    },
  };
}

/** Ways each root field is called: under every id that names something of the world, and by the viewer's own ids. */
function rootCalls(world: World): Record<string, string[]> {
  const ofKind = (kind: string) =>
    LABELS.flatMap((label) => world.entries.find((one) => one.label === label && one.kind === kind) ?? []);
  const entries = [
    ...ofKind('REPORT'),
    ...ofKind('TEST_RESULT'),
    ...world.entries.filter(({ earlier }) => earlier),
  ];
  const front = world.threads.filter(({ team }) => team === 'front');
  const threads = [...front.map(({ id }) => `"${writeId('THREAD', id, world.patientId)}"`), '$thread'];
  const patients = [world.patientId, world.otherPatientId];
  const team = (key: string) => `"${writeId('TEAM', world.teamIds.get(key) as string)}"`;
  const teams = ['$team', team('front')];
  return {
    viewer: ['viewer'],
    seenBy: [
      `seenBy(by: { team: ${team('staff:ALL_FOUR:IN_FORCE')}, labels: [GENERAL] })`,
      `seenBy(by: { team: ${team('coordinator')}, labels: [${LABELS.slice(0, 4).join(', ')}] })`,
    ],
    record: patients.map((id) => `record(id: "${writeId('RECORD', id)}")`),
    entry: entries.map(({ id }) => `entry(id: "${writeId('ENTRY', id, world.patientId)}")`),
    thread: threads.map((id) => `thread(id: ${id})`),
    team: teams.map((id) => `team(id: ${id})`),
    invitation: ['invitation(code: "a link nobody has")'],
    joinOffer: ['joinOffer(code: "a link nobody has")'],
    nationalSignIn: ['nationalSignIn'],
    organisationSignIns: ['organisationSignIns'],
    appRequest: ['appRequest(id: "a question nobody asked")'],
    passwordReset: ['passwordReset(code: "a link nobody has")'],
    privacyDesk: [...world.organisationIds.values()].map(
      (id) => `privacyDesk(organisation: "${writeId('ORGANISATION', id)}")`,
    ),
    staffOrganisation: [...world.organisationIds.values()].map(
      (id) => `staffOrganisation(organisation: "${writeId('ORGANISATION', id)}")`,
    ),
    staffTeam: teams.map((id) => `staffTeam(team: ${id})`),
    staffInvitation: ['staffInvitation(code: "a link nobody has")'],
    registration: [`registration(id: "${writeId('REGISTRATION', world.patientId)}")`],
    registrationsWaiting: teams.map((id) => `registrationsWaiting(team: ${id})`),
    markThreadRead: threads.map((id) => `markThreadRead(input: { thread: ${id}, position: 0 })`),
  };
}

/** Nobody of the model is a partner: what they see is held by `partner-rows.test.ts`. */
const OF_PARTNERS = ['sharedRecords'];

/** Every operation the schema's ways make. @throws Error for a query the walk does not know how to begin. */
export function operationsOf(schema: GraphQLSchema, world: World, reach?: Reach): Operation[] {
  const calls = rootCalls(world);
  // One that answers a word and no thing has no ways from it.
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
    ({ name, type }) => !isLeafType(getNamedType(type)) && !OF_PARTNERS.includes(name),
  );
  const commands = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
    ({ name }) => name === 'markThreadRead',
  );
  const asked = asker(world);
  return [...queries, ...commands].flatMap((field) => {
    const called = calls[field.name];
    if (!called) throw new Error(`The walk does not know how to call ${field.name}.`);
    const kind = commands.includes(field) ? 'mutation' : 'query';
    return waysFrom(schema, getNamedType(field.type) as GraphQLObjectType, asked, reach).map((way) => {
      const parts = called.map((call, index) => `c${index}: ${call} { ${way.selection} }`).join(' ');
      const used = ['team', 'thread']
        .filter((name) => parts.includes(`$${name}`))
        .map((name) => `$${name}: ID!`);
      const declared = used.length > 0 ? ` (${used.join(', ')})` : '';
      return { name: `${field.name}.${way.name}`, root: field.name, text: `${kind}${declared} { ${parts} }` };
    });
  });
}

/** What may be selected of a record, by every way from it. */
export const selectionsOfRecord = (schema: GraphQLSchema, world: World): string[] =>
  waysFrom(schema, schema.getType('PatientRecord') as GraphQLObjectType, asker(world)).map(
    ({ selection }) => selection,
  );

/** The variables of an operation: the viewer's own team and discussion; those of another where they have none. */
export function variablesOf(world: World, viewer: Viewer): { team: string; thread: string } {
  const thread = world.threads.find(({ key }) => key === `own:${viewer.key}`) ?? world.threads.at(-1);
  return {
    team: writeId('TEAM', world.teamIds.get(viewer.team ?? 'front') as string),
    thread: writeId('THREAD', thread?.id as string, world.patientId),
  };
}
