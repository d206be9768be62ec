import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { aPatient } from '../../../test/builders/a-patient.ts';
import { aPrivacyOfficer, aProfessional, aTeam } from '../../../test/builders/people.ts';
import { aServer } from '../../../test/harness/a-server.ts';
import { writeId } from '../../platform/global-id.ts';

const ORDER = 'mutation ($input: GiveCourtOrderInput!) { giveCourtOrder(input: $input) }';
const END = 'mutation ($order: ID!) { endCourtOrder(input: { order: $order, reason: "It ran out." }) }';
const DESK = `query ($id: ID!) { privacyDesk(organisation: $id) {
  courtOrders { id reference patient grantee } } }`;
const SEEN = 'query ($id: ID!) { record(id: $id) { viewerLabels } }';

it('gives and ends what a court ordered, with its reference, for the patient to see', async () => {
  const server = await aServer();
  const { db } = server;
  const [team, ordered] = [await aTeam(db), await aTeam(db)];
  const exact = { nhsNumber: '9970500009', birthDate: '1971-03-04', familyName: 'Ashcroft' };
  const patient = await aPatient(db)
    .named('Jo', 'Ashcroft')
    .known(exact.nhsNumber, exact.birthDate)
    .sharing(['GENERAL'], { with: team })
    .stored();
  const owner = await server.asPerson(patient.email, 'PATIENT');
  const staffOf = async (of: typeof team) =>
    server.asPerson((await aProfessional(db, { team: of })).email, 'PROFESSIONAL');
  const [staff, reader] = [await staffOf(team), await staffOf(ordered)];
  const office = async () =>
    server.asPerson((await aPrivacyOfficer(db, team.organisationId)).email, 'PROFESSIONAL');
  const [first, second] = [await office(), await office()];
  const seen = async (by: typeof reader) => (await by.graphql(SEEN, { id: patient.recordId })).record;
  const organisation = writeId('ORGANISATION', team.organisationId);
  const input = {
    id: randomUUID(),
    organisation,
    ...exact,
    team: writeId('TEAM', ordered.id),
    labels: ['MENTAL_HEALTH'],
    reference: 'FD26P00001',
    reason: 'The family court asked for the plan.',
  };
  expect((await staff.graphql(ORDER, { input })).giveCourtOrder).toBe(false);
  expect(await seen(reader)).toBeNull();
  expect((await first.graphql(ORDER, { input })).giveCourtOrder).toBe(true);
  expect((await seen(reader)).viewerLabels).toEqual(['MENTAL_HEALTH']);
  const { record } = await owner.graphql(
    'query ($id: ID!) { record(id: $id) { sharing { grants { id basis reference reason } } } }',
    { id: patient.recordId },
  );
  expect(record.sharing.grants).toContainEqual(
    expect.objectContaining({ basis: 'COURT_ORDER', reference: 'FD26P00001', reason: input.reason }),
  );
  const [order] = (await second.graphql(DESK, { id: organisation })).privacyDesk.courtOrders;
  expect(order).toMatchObject({ patient: 'Jo Ashcroft', grantee: ordered.name });
  // The office itself reads nothing of the record.
  expect(await seen(first)).toBeNull();
  expect((await second.graphql(END, { order: order.id })).endCourtOrder).toBe(true);
  expect(await seen(reader)).toBeNull();
});
