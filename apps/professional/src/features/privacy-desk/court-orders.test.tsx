import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoViolations, openConsole } from '../../testing/open-console.tsx';

const orders = '/privacy/organisation-1/court-orders';
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

function fillIn() {
  type('NHS number', '999 412 0387');
  const [day, month, year] = ['14', '3', '1992'];
  for (const [label, value] of Object.entries({ Day: day, Month: month, Year: year }))
    fireEvent.change(screen.getAllByLabelText(label)[0] as HTMLElement, { target: { value } });
  type('Last name', 'Nwosu');
  type('The court’s reference', ' FD26P00001 ');
  type('Which team may see?', 'team-1');
  fireEvent.click(screen.getByLabelText('Mental health'));
  type('What did the court order?', 'The family court asked for the plan.');
}

test('a court order is carried out in two steps, with its reference', async () => {
  const { client } = openConsole(orders);
  fireEvent.click(await screen.findByRole('link', { name: 'Carry out a court order' }));
  await screen.findByLabelText('Which team may see?');
  press('Continue');
  const alert = await screen.findByRole('alert');
  for (const words of ['Enter the court’s reference', 'Choose a team', 'Choose at least one', 'Say why'])
    expect(alert.textContent).toContain(words);
  await expectNoViolations();
  fillIn();
  fireEvent.click(screen.getByLabelText('Until a day'));
  press('Continue');
  await screen.findByRole('link', { name: 'Enter a real date' });
  for (const [at, value] of [
    ['end-date-day', '27'],
    ['end-date-month', '3'],
    ['end-date-year', '2099'],
  ] as const)
    fireEvent.change(document.getElementById(at) as HTMLElement, { target: { value } });
  press('Continue');
  await heading('Check, then give access');
  expect(screen.getByText(/They cannot end it/)).toBeTruthy();
  await expectNoViolations();
  expect(client.asked.some(({ name }) => name === 'GiveCourtOrder')).toBe(false);
  press('Give access');
  await screen.findByText('Fernside Recovery Team can see what the court ordered.');
  expect(client.asked.find(({ name }) => name === 'GiveCourtOrder')?.variables).toEqual({
    input: {
      id: expect.any(String),
      organisation: 'organisation-1',
      nhsNumber: '9994120387',
      birthDate: '1992-03-14',
      familyName: 'Nwosu',
      team: 'team-1',
      labels: ['MENTAL_HEALTH'],
      reference: 'FD26P00001',
      reason: 'The family court asked for the plan.',
      validUntil: '2099-03-27T23:59:00.000Z',
    },
  });
});

test('an order is ended with a reason that the patient reads', async () => {
  const { client } = openConsole(orders);
  fireEvent.click(await screen.findByRole('link', { name: /End this order/ }));
  await heading('End a court order');
  await expectNoViolations();
  press('End the order');
  await screen.findByRole('link', { name: 'Say why' });
  client.answer('EndCourtOrder', { data: { endCourtOrder: false } });
  type('Why does it end?', 'The case is closed.');
  press('End the order');
  await screen.findByText(/It was not ended/);
  client.answer('EndCourtOrder', { data: { endCourtOrder: true } });
  press('End the order');
  await screen.findByText('The court order has ended.');
  expect(client.asked.findLast(({ name }) => name === 'EndCourtOrder')?.variables).toEqual({
    input: { order: 'order-1', reason: 'The case is closed.' },
  });
});
