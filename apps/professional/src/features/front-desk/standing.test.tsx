import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { expectNoViolations, openConsole } from '../../testing/open-console.tsx';

const joining = '/teams/team-1/patients/record-1/joining';
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

describe('a death', () => {
  test('is recorded in two steps that say what will happen', async () => {
    const { client } = openConsole(joining);
    fireEvent.click(await screen.findByRole('link', { name: /Record that the patient has died/ }));
    await heading('Record that the patient has died');
    await expectNoViolations();
    type('Day', '31');
    type('Month', '2');
    type('Year', '2026');
    press('Continue');
    const alert = await screen.findByRole('alert');
    for (const words of ['Enter a date that is a real day', 'Write a sentence or two'])
      expect(alert.textContent).toContain(words);
    type('Day', '3');
    type('How do you know?', ' The family rang. ');
    press('Continue');
    await heading('Check, then record the death');
    expect(client.asked.some(({ name }) => name === 'RecordDeath')).toBe(false);
    expect(screen.getByText(/Everybody who could see the record can still read it/)).toBeTruthy();
    await expectNoViolations();
    press('Record the death');
    await heading('Taking the record up');
    expect(client.asked.find(({ name }) => name === 'RecordDeath')?.variables).toEqual({
      input: {
        id: expect.any(String),
        record: 'record-1',
        team: 'team-1',
        reason: 'The family rang.',
        diedOn: '2026-02-03',
      },
    });
  });

  test('is asked for again where the second step is opened by itself', async () => {
    openConsole(`${joining}/died/check`);
    await heading('Record that the patient has died');
  });

  test('is taken back with a reason; a refusal says why', async () => {
    openConsole(`${joining}/lives`, {
      TakeBackDeath: { data: { done: { __typename: 'FrontDeskRefused', why: 'ALREADY' } } },
    });
    await heading('Take back that the patient has died');
    press('Take it back');
    expect((await screen.findByRole('alert')).textContent).toContain('Write a sentence or two');
    type('Why is it taken back?', 'It was somebody of the same name.');
    press('Take it back');
    await screen.findByText(/Somebody has done this before you/);
  });
});

describe('a written withdrawal', () => {
  test('closes the record, which is then in a list from which it is opened again', async () => {
    const { client } = openConsole(`${joining}/close`);
    await heading('Close the record as the patient asked');
    type('What did they ask for?', 'To leave.');
    press('Continue');
    await heading('Check, then close the record');
    expect(screen.getByText(/All sharing stops at once, yours too/)).toBeTruthy();
    press('Close the record');
    await heading('Closed records');
    fireEvent.click(await screen.findByRole('link', { name: 'Jo Ashcroft' }));
    await heading('Open a record that was closed by mistake');
    await expectNoViolations();
    type('Why is it taken back?', 'Another Jo Ashcroft.');
    press('Open it again');
    await heading('Closed records');
    const sent = client.asked.find(({ name }) => name === 'ReopenForPatient');
    expect(sent?.variables).toEqual({ input: { closed: 'closed-1', reason: 'Another Jo Ashcroft.' } });
  });
});
