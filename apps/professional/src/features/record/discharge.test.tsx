import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoViolations, openConsole } from '../../testing/open-console.tsx';
import { grant, shellAnswer } from '../../testing/story.ts';

const record = '/teams/team-1/patients/record-1';
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('care is ended in two steps: what will happen and why, then all of it once more', async () => {
  const DischargePatient = { data: { dischargePatient: true } };
  const { client } = openConsole(`${record}/details`, { DischargePatient });
  fireEvent.click(await screen.findByRole('link', { name: 'No longer in our care' }));
  await screen.findByRole('heading', { level: 1, name: 'No longer in our care' });
  expect(screen.getByText(/loses its access for care at once/)).toBeTruthy();
  await expectNoViolations();
  press('Continue');
  expect(screen.getAllByText(/Say why, so that the patient can read it/)).toHaveLength(2);
  fireEvent.change(screen.getByLabelText(/^Why is/), { target: { value: ' You moved away. ' } });
  press('Continue');
  await screen.findByRole('heading', { level: 1, name: 'Check before you end care' });
  expect(screen.getByText('You moved away.')).toBeTruthy();
  expect(client.asked.some(({ name }) => name === 'DischargePatient')).toBe(false);
  await expectNoViolations();
  press('End our care');
  await screen.findByText(/NWOSU, Amara \(Ms\) is no longer in your team’s care/);
  expect(client.asked.find(({ name }) => name === 'DischargePatient')?.variables).toEqual({
    input: { record: 'record-1', team: 'team-1', reason: 'You moved away.' },
  });
});

test('care that ended meanwhile is said to have, and nothing is lost', async () => {
  openConsole(`${record}/discharge`, { DischargePatient: { data: { dischargePatient: false } } });
  fireEvent.change(await screen.findByLabelText(/^Why is/), { target: { value: 'You moved away.' } });
  press('Continue');
  await screen.findByRole('heading', { level: 1, name: 'Check before you end care' });
  press('End our care');
  expect((await screen.findByRole('alert')).textContent).toContain('has no access for care');
  expect(screen.getByText('You moved away.')).toBeTruthy();
});

test('a team that gives no care has none to end', async () => {
  const viewerGrants = [{ ...grant, basis: 'PATIENT_CHOICE' }];
  openConsole(`${record}/details`, { RecordShell: shellAnswer({ viewerGrants }) });
  await screen.findByText('Why you may see this record');
  expect(screen.queryByRole('link', { name: 'No longer in our care' })).toBeNull();
});

test('the address alone ends nothing, and says that there is no care to end', async () => {
  const viewerGrants = [{ ...grant, basis: 'PATIENT_CHOICE' }];
  openConsole(`${record}/discharge/check`, { RecordShell: shellAnswer({ viewerGrants }) });
  await screen.findByText('There is nothing to end here. Somebody may have ended it already.');
  expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
});
