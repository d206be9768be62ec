import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoViolations, show } from '../testing/show.tsx';
import { EmergencyContacts } from './emergency-contacts.tsx';

const sam = { name: 'Sam Ashcroft', relationship: 'Sister', phone: '+44 7700 900111' };
const sentBy = (organisationName: string, contact: object = {}) => ({ ...sam, organisationName, ...contact });

test('whom to call has a number that calls them, in its order, and who sent it', async () => {
  const { container } = show(<EmergencyContacts contacts={[sentBy('Harbour Lane Surgery')]} />);
  const call = screen.getByRole('link', { name: '+44 7700 900111' });
  expect(call.getAttribute('href')).toBe('tel:+447700900111');
  expect(call.querySelector('bdi')?.dir).toBe('ltr');
  expect(screen.getByText('Sister')).toBeTruthy();
  expect(screen.getByText('Sent by Harbour Lane Surgery')).toBeTruthy();
  await expectNoViolations(container);
});

test('whom several services sent alike is there once, and somebody else by another number twice', () => {
  const sent = [sentBy('One'), sentBy('Two'), sentBy('Two'), sentBy('Three', { phone: '07700 900222' })];
  show(<EmergencyContacts contacts={sent} />);
  expect(screen.getAllByText('Sam Ashcroft')).toHaveLength(2);
  expect(screen.getByText('Sent by One, Two')).toBeTruthy();
  expect(screen.getByText('Sent by Three')).toBeTruthy();
});

test('what was not sent is said so', async () => {
  const contacts = [
    sentBy('One', { name: null, relationship: null }),
    sentBy('Two', { relationship: null, phone: null }),
  ];
  const { container } = show(<EmergencyContacts contacts={contacts} />);
  expect(screen.getByText('Name not known')).toBeTruthy();
  expect(screen.getByText(/No phone number/)).toBeTruthy();
  await expectNoViolations(container);
});
