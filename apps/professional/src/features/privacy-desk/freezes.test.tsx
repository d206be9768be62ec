import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { aFreeze, desk } from '../../testing/desk-story.ts';
import { expectNoViolations, openConsole } from '../../testing/open-console.tsx';

const freezes = '/privacy/organisation-1/freezes';
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

async function sayWho() {
  type('NHS number', '999 412 0387');
  type('Day', '14');
  type('Month', '3');
  type('Year', '1992');
  type('Last name', ' Nwosu ');
  type('Why is it needed?', ' Somebody else signs in as her. ');
  press('Continue');
}

const nwosu = { nhsNumber: '9994120387', birthDate: '1992-03-14', familyName: 'Nwosu' };

describe('a whole record', () => {
  test('is asked for in two steps that say what will happen', async () => {
    const { client } = openConsole(`${freezes}/new/record`);
    await heading('Freeze a whole record');
    expect(screen.getByText(/Another privacy officer of Fernside/)).toBeTruthy();
    expect(screen.getByText(/The patient sees only their own plan and the help numbers/)).toBeTruthy();
    await expectNoViolations();
    press('Continue');
    const alert = await screen.findByRole('alert');
    for (const words of ['Enter the NHS number', 'Enter the last name', 'Say why'])
      expect(alert.textContent).toContain(words);
    await sayWho();
    await heading('Check, then ask');
    expect(client.asked.some(({ name }) => name === 'FreezeRecord')).toBe(false);
    await expectNoViolations();
    press('Ask for the freeze');
    await heading('Freezes');
    expect(screen.getByText(/Another privacy officer must confirm it/)).toBeTruthy();
    expect(client.asked.find(({ name }) => name === 'FreezeRecord')?.variables).toEqual({
      input: {
        id: expect.any(String),
        organisation: 'organisation-1',
        kind: 'RECORD',
        ...nwosu,
        reason: 'Somebody else signs in as her.',
      },
    });
    expect(window.location.href).not.toMatch(/999|nwosu/i);
  });

  test('that is refused says no more than the server, and keeps what was typed', async () => {
    const { client } = openConsole(`${freezes}/new/source`, {
      FreezeRecord: { data: { freezeRecord: false } },
    });
    await heading('Freeze what your organisation sent to a record');
    await sayWho();
    await heading('Check, then freeze');
    press('Freeze what was sent');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/There may be no such record/);
    fireEvent.click(screen.getByRole('link', { name: 'Back' }));
    await heading('Freeze what your organisation sent to a record');
    expect(screen.getByDisplayValue('999 412 0387')).toBeTruthy();
    await sayWho();
    await heading('Check, then freeze');
    press('Freeze what was sent');
    await screen.findByRole('alert');
    const ids = client.asked
      .filter(({ name }) => name === 'FreezeRecord')
      .map(({ variables }) => (variables as { input: { id: string } }).input.id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('is confirmed by the second officer, who reads what was asked', async () => {
    const { client } = openConsole(freezes);
    fireEvent.click(await screen.findByRole('link', { name: /Confirm the freeze/ }));
    await heading('Confirm the freeze of a record');
    expect(screen.getByText('Somebody else signs in as her.')).toBeTruthy();
    expect(screen.getByText(/You are the second officer/)).toBeTruthy();
    await expectNoViolations();
    press('Freeze the record');
    await screen.findByText('The record is frozen.');
    expect(client.asked.find(({ name }) => name === 'ConfirmFreeze')?.variables).toEqual({
      input: { freeze: 'freeze-1' },
    });
  });

  test('is not confirmed by who asked for it, and not once it is settled', async () => {
    openConsole(freezes, { DeskFreezes: desk({ freezes: [aFreeze({ viewerMayConfirm: false })] }) });
    await screen.findByText(/another privacy officer must confirm it/);
    expect(screen.queryByRole('link', { name: /Confirm the freeze/ })).toBeNull();
    expect(screen.getByRole('link', { name: /Withdraw the request/ })).toBeTruthy();
  });
});

test('a person who works here is chosen by name, and frozen in two steps', async () => {
  const { client } = openConsole(`${freezes}/new/person`);
  await heading('Freeze a person who works here');
  fireEvent.change(await screen.findByLabelText('Person'), { target: { value: 'person-2' } });
  type('Why is it needed?', 'Under investigation.');
  press('Continue');
  await heading('Check, then freeze');
  press('Freeze this person');
  await screen.findByText('Ngozi Okafor is frozen.');
  expect(client.asked.find(({ name }) => name === 'FreezePerson')?.variables).toMatchObject({
    input: { organisation: 'organisation-1', person: 'person-2', reason: 'Under investigation.' },
  });
});

test('a freeze is lifted with a reason; one that is settled is not there', async () => {
  const on = aFreeze({ inForce: true, confirmedBy: 'Paula Reid', viewerMayConfirm: false });
  const { client, unmount } = openConsole(`${freezes}/freeze-1/lift`, {
    DeskFreezes: desk({ freezes: [on] }),
  });
  await screen.findByRole('button', { name: 'Lift the freeze' });
  press('Lift the freeze');
  await screen.findByRole('link', { name: 'Say why' });
  type('Why does it end?', 'It was a misunderstanding.');
  press('Lift the freeze');
  await screen.findByText('The freeze was lifted.');
  expect(client.asked.find(({ name }) => name === 'LiftFreeze')?.variables).toEqual({
    input: { freeze: 'freeze-1', reason: 'It was a misunderstanding.' },
  });
  unmount();
  openConsole(`${freezes}/freeze-1/confirm`, { DeskFreezes: desk({ freezes: [on] }) });
  await screen.findByText('It is not there any more');
});
