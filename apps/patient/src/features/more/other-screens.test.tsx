import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  expectNoViolations,
  findTitle,
  listOf,
  openApp,
  press,
  recordAnswer,
} from '../../testing/open-app.tsx';
import { anEntry } from '../../testing/records.ts';

const appointment = (id: string, occurredAt: string, sourceStatus: string) =>
  anEntry({ id, kind: 'APPOINTMENT', title: `Appointment ${id}`, occurredAt, sourceStatus });

test('the diary keeps what was cancelled and marks it, and passes axe', async () => {
  const next = appointment('next', '2099-01-01T10:00:00Z', 'booked');
  const gone = appointment('gone', '2020-01-01T10:00:00Z', 'cancelled');
  openApp('/diary', {
    Diary: recordAnswer({ upcomingAppointments: [next], appointments: listOf([next, gone]) }),
  });
  await screen.findByText('Appointment gone');
  expect(screen.getAllByText('Appointment next')).toHaveLength(1);
  expect(screen.getByText('Cancelled')).toBeTruthy();
  await expectNoViolations();
});

test('signing out forgets the words that were not sent', async () => {
  const { client } = openApp('/more', { SignOut: { data: { signOut: true } } });
  await findTitle('More');
  client.drafts.write('thread:1', 'Dear team');
  await expectNoViolations();
  press('Sign out');
  await findTitle('Sign in');
  expect(client.drafts.read('thread:1')).toBe('');
});

test('my details say what is not known', async () => {
  const names = {
    title: 'Ms',
    givenName: 'Amara',
    familyName: 'Nwosu',
    preferredName: null,
    birthDate: '1992-03-14',
  };
  const rest = {
    gender: 'female',
    nhsNumber: '9994120387',
    address: null,
    phone: '07700 900362',
    email: null,
  };
  const needs = { language: 'cy', interpreterNeeded: null, communicationNeeds: 'Large print' };
  const chidi = { name: 'Chidi Nwosu', relationship: 'Brother', phone: '07700 900418' };
  const emergencyContacts = ['Harbour Lane Surgery', 'Northgate Hospital'].map((organisationName) => ({
    ...{ ...chidi, organisationName },
  }));
  openApp('/more/about', { AboutMe: recordAnswer({ ...names, ...rest, ...needs, emergencyContacts }) });
  await screen.findByText('Ms Amara Nwosu');
  expect(screen.getByText('Welsh')).toBeTruthy();
  expect(screen.getByText('999 412 0387')).toBeTruthy();
  expect(screen.getAllByText('We do not have this').length).toBeGreaterThan(2);
  expect(screen.getByRole('heading', { name: 'Emergency contacts' })).toBeTruthy();
  expect(screen.getAllByText('Chidi Nwosu')).toHaveLength(1);
  const call = screen.getByRole('link', { name: '07700 900418' });
  expect(call.getAttribute('href')).toBe('tel:07700900418');
  expect(call.querySelector('bdi')?.dir).toBe('ltr');
  expect(screen.getByText('Sent by Harbour Lane Surgery, Northgate Hospital')).toBeTruthy();
  await expectNoViolations();
});

test('my details say what to do where no service knows whom to call', async () => {
  openApp('/more/about', {
    AboutMe: recordAnswer({ givenName: 'Amara', familyName: 'Nwosu', emergencyContacts: [] }),
  });
  expect(await screen.findByText(/Tell your GP surgery who it should be/)).toBeTruthy();
  await expectNoViolations();
});

const takeUp = {
  kind: 'TAKE_UP_RECORD',
  name: 'Amara Nwosu',
  emailHint: 'a•••@example.org',
  patientName: null,
  organisationName: 'Harbour Lane Surgery',
  labels: [],
  rights: [],
  expiresAt: '2026-12-01T09:00:00.000000+00:00',
  isVouched: true,
  brand: { serviceName: 'Harbour Lane', welcome: 'Welcome from all of us.', logo: '/brands/x/logo' },
};

test('an invitation says who prepared the record, and taking it up leads to who can see it', async () => {
  const viewer = {
    app: 'PATIENT',
    person: { id: 'p', givenName: 'Amara', familyName: 'Nwosu', email: 'a' },
    record: { id: 'r' },
  };
  openApp('/invitation/abc', {
    Invitation: { data: { invitation: takeUp } },
    Viewer: { data: { viewer: null } },
    AcceptInvitation: { data: { acceptInvitation: { __typename: 'SignedIn', viewer } } },
    CheckSharing: 'never',
  });
  await screen.findByText('Harbour Lane Surgery has prepared a record for you.');
  expect(screen.getByText('Welcome from all of us.')).toBeTruthy();
  expect(screen.getByRole('img', { name: 'Logo of Harbour Lane Surgery' }).getAttribute('src')).toBe(
    '/brands/x/logo',
  );
  expect(await screen.findByRole('button', { name: 'I have a sign-in' })).toBeTruthy();
  await expectNoViolations();
  press('Create a sign-in');
  fireEvent.change(screen.getByLabelText('Choose a password', { selector: 'input' }), {
    target: { value: 'river lantern orchard' },
  });
  press('Accept the invitation');
  await findTitle('Check who can see my record');
});

test('an invitation taken up signed in with another address is explained', async () => {
  const other = {
    app: 'PATIENT',
    person: { id: 'p', givenName: 'B', familyName: 'C', email: 'b@example.org' },
    record: null,
  };
  openApp('/invitation/abc', {
    Invitation: { data: { invitation: takeUp } },
    Viewer: { data: { viewer: other } },
    AcceptSignedIn: {
      data: { acceptInvitationSignedIn: { __typename: 'InvitationForAnother', message: 'no' } },
    },
  });
  await screen.findByText('You are signed in as b@example.org.');
  press('Accept the invitation');
  await screen.findByText('You are signed in as b@example.org. The invitation went to a•••@example.org.');
  await expectNoViolations();
});

test('an invitation that is used, unknown or out of date says what to do, and brings a new link', async () => {
  const { client } = openApp('/invitation/abc', {
    Invitation: { data: { invitation: null } },
    AskForNewLink: { data: { askForNewLink: true } },
  });
  await findTitle('This invitation cannot be used');
  await expectNoViolations();
  press('Send me a new link');
  await screen.findByText(/a new link is on its way to the address it went to/);
  expect(client.asked.at(-1)?.variables).toEqual({ code: 'abc' });
});

test('signing in passes axe, and leads home', async () => {
  openApp('/sign-in');
  await findTitle('Sign in');
  await expectNoViolations();
});

test('notices say what changed, are marked as read, and the count follows on More and on Home', async () => {
  const notice = {
    id: 'notice-1',
    kind: 'ACCESS_ENDED',
    at: '2026-08-06T13:30:00.000000+00:00',
    readAt: null,
    reference: '7F3A-09C2',
    forDiscussion: false,
    recordId: null,
    recordName: null,
    granteeName: 'Fernside Recovery Team',
    madeBy: 'Amara Nwosu',
    madeByViewer: true,
  };
  const { client } = openApp('/notices', {
    NoticesFrame: recordAnswer({}),
    Notices: { data: { viewer: { notices: listOf([notice]) } } },
    MarkNoticesRead: { data: { markNoticesRead: { unreadCount: 0 } } },
  });
  await screen.findByText('The access that Fernside Recovery Team had to your record has ended.');
  expect(screen.getByRole('link', { name: 'See who can see what now' }).getAttribute('href')).toBe(
    '/sharing',
  );
  await expectNoViolations();
  const tell = (unreadCount: number) =>
    act(() => void client.stream('NoticeAdded', { noticeAdded: { unreadCount } }));
  await waitFor(() => {
    tell(2);
    expect(screen.getByRole('link', { name: /^More.*2 new notices/ })).toBeTruthy();
  });
  expect(client.asked.filter(({ name }) => name === 'MarkNoticesRead')).toEqual([
    { name: 'MarkNoticesRead', variables: { notices: ['notice-1'] } },
  ]);
});
