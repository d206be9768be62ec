import { expect, it } from 'vitest';
import { aPatient } from '../../../test/builders/a-patient.ts';
import { aProfessional, aTeam } from '../../../test/builders/people.ts';
import { aServer } from '../../../test/harness/a-server.ts';
import { send } from '../../../test/harness/commands.ts';

const READ = 'query ($id: ID!) { thread(id: $id) { subject viewerMayReply } }';

it('who may see a discussion writes in it only with the right to, of the very grant that opens it', async () => {
  const server = await aServer();
  const [front, reading, writing] = [await aTeam(server.db), await aTeam(server.db), await aTeam(server.db)];
  const patient = await aPatient(server.db)
    .sharing(['MENTAL_HEALTH'], { with: reading, rights: ['SEE'] })
    // More rights through another team, for other labels: they do not combine.
    .sharing(['GENERAL'], { with: writing, rights: ['SEE', 'MESSAGE'] })
    .withThread({ with: front, label: 'MENTAL_HEALTH', subject: 'Sleep' })
    .withThread({ with: front, label: 'GENERAL', subject: 'Blood' })
    .stored();
  const member = await aProfessional(server.db, { team: reading });
  await server.db.rows('insert into heldwell.team_member (team_id, person_id, role) values ($1, $2, $3)', [
    writing.id,
    member.personId,
    'MEMBER',
  ]);
  const staff = await server.asPerson(member.email, 'PROFESSIONAL');
  const [sleep, blood] = [patient.threadId(0), patient.threadId(1)];
  expect((await staff.graphql(READ, { id: sleep })).thread).toEqual({
    subject: 'Sleep',
    viewerMayReply: false,
  });
  expect((await send(staff, sleep)).__typename).toBe('NotFound');
  expect((await staff.graphql(READ, { id: blood })).thread).toEqual({
    subject: 'Blood',
    viewerMayReply: true,
  });
  const readByFront = () =>
    server.db.rows('select read_position from heldwell.participant where reader_id = $1 order by thread_id', [
      front.id,
    ]);
  const before = await readByFront();
  expect((await send(staff, blood)).__typename).toBe('MessageSent');
  // Who answers for another team has read nothing for this one.
  expect(await readByFront()).toEqual(before);
});
