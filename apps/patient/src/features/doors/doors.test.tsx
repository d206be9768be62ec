import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { expectNoViolations, findTitle, openApp, press } from '../../testing/open-app.tsx';
import { readNhsNumber } from './said.ts';

const type = (label: string | RegExp, words: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value: words } });
const born = (day: string, month: string, year: string) => {
  type('Day', day);
  type('Month', month);
  type('Year', year);
};
const viewer = {
  app: 'PATIENT',
  person: { id: 'p', givenName: 'Kim', familyName: 'Vale', email: 'kim@example.org' },
  record: { id: 'r' },
};
const code = {
  data: { sendEmailCode: { __typename: 'EmailCodeSent', ticket: 't-1', expiresAt: '2026-12-01T09:00:00Z' } },
};

describe('registering by oneself', () => {
  test('asks one thing a page, keeps what was said, and sends it once', async () => {
    const { client } = openApp('/register?join=fern', {
      RegistrationAge: { data: { registrationAge: 'OLD_ENOUGH' } },
      SendEmailCode: code,
      CheckEmailCode: { data: { checkEmailCode: { __typename: 'EmailCodeRight' } } },
      Register: { data: { register: { __typename: 'SignedIn', viewer } } },
      JoinOffer: { data: { viewer: null, joinOffer: null } },
    });
    await findTitle('When were you born?');
    press('Continue');
    expect(screen.getAllByText('Enter your date of birth')).toHaveLength(2);
    await expectNoViolations();
    born('14', '3', '1990');
    press('Continue');
    await findTitle('What is your name?');
    type('First name', 'Kim');
    type('Last name', 'Vale');
    press('Continue');
    await findTitle('Do you know your NHS number?');
    press('Continue');
    expect(screen.getAllByText('Choose whether you know your NHS number')).toHaveLength(2);
    fireEvent.click(screen.getByLabelText('I do not know it'));
    await expectNoViolations();
    press('Continue');
    await findTitle('What is your e-mail address?');
    type('E-mail address', ' kim@example.org ');
    await expectNoViolations();
    press('Send me a code');
    await findTitle('Enter the code we sent');
    type('Six-digit code', '12345');
    press('Continue');
    expect(screen.getAllByText('Enter the six digits from the e-mail')).toHaveLength(2);
    type('Six-digit code', '123 456');
    await expectNoViolations();
    press('Continue');
    await findTitle('Choose a password');
    type('Password', 'three quiet green lamps');
    press('Continue');
    await findTitle('Check your answers');
    expect(screen.getByText('Kim Vale')).toBeTruthy();
    expect(screen.getAllByText('Not provided')).toHaveLength(2);
    await expectNoViolations();
    press('Create my record');
    await findTitle('You are registered');
    const sent = client.asked.find(({ name }) => name === 'Register')?.variables;
    expect(sent).toEqual({
      input: {
        ...{ email: 'kim@example.org', ticket: 't-1', code: '123 456', password: 'three quiet green lamps' },
        ...{
          birthDate: '1990-03-14',
          givenName: 'Kim',
          familyName: 'Vale',
          preferredName: null,
          nhsNumber: null,
        },
      },
    });
    await expectNoViolations();
  }, 20_000);

  test('stops kindly before sixteen, with nothing asked but the date', async () => {
    const { client } = openApp('/register', { RegistrationAge: { data: { registrationAge: 'UNDER_16' } } });
    await findTitle('When were you born?');
    born('1', '6', '2015');
    press('Continue');
    await findTitle('You need to be 16 to register');
    expect(screen.getByText('We have kept nothing of what you entered.')).toBeTruthy();
    await expectNoViolations();
    expect(client.asked.map(({ name }) => name)).toEqual(['RegistrationAge']);
  });

  test('begins at the beginning where nothing was said in this tab', async () => {
    openApp('/register?step=password');
    await findTitle('When were you born?');
  });

  test('reads an NHS number with anything between its digits, and no other number', () => {
    expect(readNhsNumber(' 943-476 5919')).toBe('9434765919');
    for (const typed of ['943 476 5918', '1111111111', '943476591', ''])
      expect(readNhsNumber(typed)).toBeNull();
  });
});

describe('a letter', () => {
  test('says what is missing, refuses with one sentence, and leads to a password and the record', async () => {
    const { client } = openApp('/letter', {
      OpenLetter: { data: { openLetter: { __typename: 'LetterRefused' } } },
      AcceptLetter: { data: { acceptLetter: { __typename: 'SignedIn', viewer } } },
      CheckSharing: 'never',
    });
    await findTitle('Use your letter');
    press('Continue');
    expect(screen.getAllByText('Enter the first code from your letter')).toHaveLength(2);
    await expectNoViolations();
    type('First code', 'km4t-9qxa');
    type('Second code', 'W7RU 3CEH');
    born('6', '5', '1984');
    press('Continue');
    await screen.findByText(/These do not go together, or the letter can no longer be used/);
    const brand = { serviceName: 'Fern Record', welcome: 'Hello.', logo: null };
    client.answer('OpenLetter', {
      data: {
        openLetter: {
          __typename: 'LetterOpened',
          organisationName: 'Fern Trust',
          expiresAt: '',
          asksEmailCode: false,
          brand,
        },
      },
    });
    press('Continue');
    await findTitle('What is your e-mail address?');
    type('E-mail address', 'jo@example.org');
    press('Continue');
    await findTitle('Choose a password');
    expect(screen.getByText('Fern Record')).toBeTruthy();
    await expectNoViolations();
    type('Password', 'three quiet green lamps');
    press('Open my record');
    await findTitle('Check who can see my record');
    expect(client.asked.find(({ name }) => name === 'AcceptLetter')?.variables).toMatchObject({
      input: {
        letter: { firstCode: 'km4t-9qxa', birthDate: '1984-05-06' },
        email: 'jo@example.org',
        proof: null,
      },
    });
  }, 15_000);
});

describe('a join link', () => {
  const offer = {
    ...{ team: 'team-1', teamName: 'Fern Team', organisationName: 'Fern Trust', description: null },
    ...{ answerTime: 'in 2 working days', labels: ['GENERAL', 'MENTAL_HEALTH'], joined: false },
    brand: { serviceName: 'Heldwell', welcome: null, logo: null },
  };

  test('shows its team to anybody, and both ways to go on', async () => {
    openApp('/join/fern', { JoinOffer: { data: { viewer: null, joinOffer: offer } } });
    await findTitle('Join Fern Team');
    expect(screen.getByRole('link', { name: 'Register and join' }).getAttribute('href')).toBe(
      '/register?join=fern',
    );
    await expectNoViolations();
    press('I have a sign-in');
    await findTitle('Sign in');
  });

  test('lets who is signed in untick, and leads to a message to the team', async () => {
    const joined = { __typename: 'TeamJoined', team: 'team-1' };
    const { client } = openApp('/join/fern', {
      JoinOffer: { data: { viewer, joinOffer: offer } },
      JoinTeam: { data: { joinTeam: joined } },
      NewThread: 'never',
    });
    await findTitle('Join Fern Team');
    fireEvent.click(screen.getByLabelText('Mental health'));
    await expectNoViolations();
    press('Join, and write to the team');
    await findTitle('Start a discussion');
    expect(client.asked.find(({ name }) => name === 'JoinTeam')?.variables).toMatchObject({
      input: { code: 'fern', labels: ['GENERAL'] },
    });
  });

  test('that leads nowhere says what to do', async () => {
    openApp('/join/gone', { JoinOffer: { data: { viewer: null, joinOffer: null } } });
    await findTitle('This link leads to no team');
    await expectNoViolations();
  });
});
