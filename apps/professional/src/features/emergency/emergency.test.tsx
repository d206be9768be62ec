import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { expectNoViolations, openConsole } from '../../testing/open-console.tsx';

// jsdom has no dialogs: they open and close, and that is all.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

const first = '/teams/team-1/patients/emergency';
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

async function sayWho() {
  await screen.findByRole('heading', { level: 1, name: 'Who is the patient?' });
  type('NHS number', '999 412 0387');
  type('Day', '14');
  type('Month', '3');
  type('Year', '1992');
  type('Last name', ' Nwosu ');
  press('Continue');
}

async function sayWhy() {
  await screen.findByRole('heading', { level: 1, name: 'Why do you need the record now?' });
  fireEvent.click(screen.getByLabelText('Their life is in danger'));
  type('Say in your own words what has happened', 'Found unconscious at the station.');
  press('Continue');
}

/** Opens it and shows that it is them, in the step all weighty acts share. */
async function confirm(password = 'heldwell-demo-2026') {
  await screen.findByRole('heading', { level: 1, name: 'Check, then open the record' });
  press('Open the record');
  await screen.findByRole('heading', { name: 'Show that it is you' });
  fireEvent.change(await screen.findByLabelText('Your password', { selector: 'input' }), {
    target: { value: password },
  });
  press('Continue');
}

async function refused(answers: Parameters<typeof openConsole>[1]) {
  const shown = openConsole(first, answers);
  await sayWho();
  await sayWhy();
  await confirm();
  return { ...shown, alert: await screen.findByRole('alert') };
}

describe('breaking the glass', () => {
  test('takes three steps, asks who it is, and opens the record', async () => {
    const { client } = openConsole(first);
    await sayWho();
    await screen.findByRole('heading', { level: 1, name: 'Why do you need the record now?' });
    expect(screen.getByText(/for 60 minutes/)).toBeDefined();
    expect(screen.getByText(/The patient and your privacy officer are told at once/)).toBeDefined();
    await expectNoViolations();
    await sayWhy();
    await screen.findByRole('heading', { level: 1, name: 'Check, then open the record' });
    await expectNoViolations();
    expect(client.asked.some(({ name }) => name === 'OpenInEmergency')).toBe(false);
    await confirm();
    await screen.findByRole('heading', { level: 1, name: 'Summary' });
    const asked = client.asked.find(({ name }) => name === 'OpenInEmergency');
    expect(asked?.variables).toEqual({
      input: {
        nhsNumber: '9994120387',
        birthDate: '1992-03-14',
        familyName: 'Nwosu',
        team: 'team-1',
        reason: 'Their life is in danger. Found unconscious at the station.',
      },
    });
    expect(window.location.pathname).toBe('/professional/teams/team-1/patients/record-1');
    expect(window.location.href).not.toMatch(/999|nwosu/i);
  });

  test('asks nobody while something is missing or cannot be right', async () => {
    const { client } = openConsole(first);
    await screen.findByRole('heading', { level: 1, name: 'Who is the patient?' });
    type('NHS number', '999 412 0388');
    type('Day', '31');
    type('Month', '2');
    type('Year', '1992');
    press('Continue');
    const alert = await screen.findByRole('alert');
    for (const words of [/One of its digits does not fit/, /Enter a real date/, /Enter the last name/]) {
      expect(alert.textContent).toMatch(words);
    }
    const commands = ['ConfirmSignIn', 'OpenInEmergency'];
    expect(client.asked.filter(({ name }) => commands.includes(name))).toEqual([]);
    expect(screen.getByRole('heading', { level: 1, name: 'Who is the patient?' })).toBeDefined();
  });

  test('begins at the beginning for whoever comes to a later step', async () => {
    openConsole(`${first}/confirm`);
    expect(await screen.findByRole('heading', { level: 1, name: 'Who is the patient?' })).toBeDefined();
  });

  test('opens nothing with a wrong password', async () => {
    const { client, alert } = await refused({
      ConfirmSignIn: { data: { confirmSignIn: { __typename: 'SignInRefused' } } },
    });
    expect(alert.textContent).toContain('This is not your password');
    expect(client.asked.some(({ name }) => name === 'OpenInEmergency')).toBe(false);
    press('Cancel');
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Show that it is you' })).toBeNull());
    // What was answered is still there, and nothing was opened.
    expect(screen.getByText('Found unconscious at the station.')).toBeDefined();
    expect(client.asked.some(({ name }) => name === 'OpenInEmergency')).toBe(false);
  });

  test.each([
    ['NoSuchRecord', /There is no record for this NHS number/],
    ['ClosedToEmergencies', /cannot be opened in an emergency: the patient decided so/],
    ['TooManyAttempts', /Wait 2 minutes/],
  ])('says what came of it: %s', async (__typename, words) => {
    const { alert } = await refused({
      OpenInEmergency: { data: { openInEmergency: { __typename, retryAfterSeconds: 90 } } },
    });
    expect(alert.textContent).toMatch(words);
    expect(screen.getByRole('heading', { level: 1, name: 'Check, then open the record' })).toBeDefined();
  });
});
