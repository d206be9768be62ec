import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoViolations, findTitle, openApp, press, recordAnswer } from '../../testing/open-app.tsx';
import { aGrant } from '../../testing/records.ts';

const stoppedAt = '2026-06-02T09:00:00.000000+00:00';
const request = {
  id: 'request-1',
  askedBy: 'Chidi Nwosu',
  askedAt: '2026-06-01T09:00:00.000000+00:00',
  grantee: 'Chidi Nwosu',
  granteeKind: 'CARER',
  labels: ['GENERAL', 'MENTAL_HEALTH'],
  rights: ['SEE', 'MESSAGE', 'MANAGE_SHARING'],
  reason: 'To help with the plan',
  answer: null,
};
const sharing = (changes: Record<string, unknown> = {}) =>
  recordAnswer({
    sharing: {
      stopped: null,
      grants: [],
      invitations: [],
      requests: [],
      history: { nodes: [] },
      ...changes,
    },
  });
const of = (kind: 'CARER' | 'PROFESSIONAL' | 'TEAM', name: string) => ({ ...aGrant().grantee, kind, name });

test('sharing has a group for each kind, says who was not checked, and who gave what for the patient', async () => {
  const grants = [
    aGrant({ id: 'grant-2', grantee: of('PROFESSIONAL', 'Dr Hari Rao') }),
    aGrant({
      id: 'grant-3',
      grantee: of('CARER', 'Ada Obi'),
      givenForPatient: true,
      givenBy: 'Chidi Nwosu',
      cause: 'GIVER_NARROWED',
    }),
    aGrant({ id: 'grant-4', basis: 'EMERGENCY', labels: [], summaryLabels: ['GENERAL'] }),
    aGrant({ id: 'grant-5', labels: [] }),
  ];
  const ended = {
    grantId: 'grant-6',
    version: 2,
    ended: true,
    cause: 'GIVER_ENDED',
    recordedAt: stoppedAt,
    grantee: { kind: 'TEAM', name: 'Northgate Diabetes Clinic' },
    receipt: { remains: ['WHAT_IT_WROTE'] },
  };
  const { client } = openApp('/sharing', {
    Sharing: sharing({ grants, requests: [request], history: { nodes: [ended] } }),
    RenewSharing: {
      data: {
        renewSharing: {
          __typename: 'SharingChanged',
          grant: { id: 'grant-7', labels: ['GENERAL'], version: 1 },
        },
      },
    },
  });
  await screen.findByRole('heading', { level: 2, name: 'Individual professionals' });
  expect(screen.getByText('Not checked by an employer')).toBeTruthy();
  expect(screen.getByText(/You did not give this yourself. Chidi Nwosu gave it for you/)).toBeTruthy();
  expect(screen.getByText('Only the emergency summary: General health')).toBeTruthy();
  expect(screen.getByText('Fernside Recovery Team: one thing in your record')).toBeTruthy();
  expect(screen.getByText(/They can still read what they wrote themselves/)).toBeTruthy();
  expect(screen.getByText('Why: To help with the plan')).toBeTruthy();
  await expectNoViolations();
  press('Give it as my own to Northgate Diabetes Clinic');
  await screen.findByText('Northgate Diabetes Clinic now has access from you yourself.');
  expect(client.asked.find(({ name }) => name === 'RenewSharing')?.variables).toEqual({
    input: { grant: 'grant-6' },
  });
});

test('somebody who asks gets what is ticked: only General health, and nothing weighty, beforehand', async () => {
  const { client } = openApp('/sharing/asked/request-1', {
    AccessRequests: sharing({ requests: [request] }),
    AnswerAccessRequest: {
      data: {
        answerAccessRequest: { __typename: 'AccessRequestAnswered', request: { id: 'r', answer: 'GIVEN' } },
      },
    },
    Sharing: sharing(),
  });
  await findTitle('Chidi Nwosu asks for access');
  await expectNoViolations();
  press('Give this access');
  await screen.findByText('Chidi Nwosu now has the access you chose.');
  expect(client.asked.find(({ name }) => name === 'AnswerAccessRequest')?.variables).toEqual({
    input: {
      request: 'request-1',
      give: true,
      labels: ['GENERAL'],
      rights: ['SEE', 'MESSAGE'],
    },
  });
});

test('a yes to more starts from the end there is, and says nothing of it unless it is changed', async () => {
  const answered = {
    data: {
      answerAccessRequest: { __typename: 'AccessRequestAnswered', request: { id: 'r', answer: 'GIVEN' } },
    },
  };
  const until = async (changes: object, choose: () => void) => {
    const held = aGrant({ labels: ['GENERAL'], grantee: of('CARER', 'Chidi Nwosu'), ...changes });
    const { client, unmount } = openApp('/sharing/asked/request-1', {
      AccessRequests: sharing({ requests: [request], grants: [held] }),
      AnswerAccessRequest: answered,
      Sharing: sharing(),
    });
    await findTitle('Chidi Nwosu asks for access');
    choose();
    press('Give this access');
    await screen.findByText('Chidi Nwosu now has the access you chose.');
    unmount();
    const sent = client.asked.find(({ name }) => name === 'AnswerAccessRequest')?.variables;
    return (sent as { input: Record<string, unknown> }).input;
  };
  const dated = { validUntil: '2099-03-31T22:59:59.000Z' };
  const isChosen = (name: string) => expect(screen.getByLabelText<HTMLInputElement>(name).checked).toBe(true);
  const kept = await until(dated, () => {
    isChosen('Until a day I choose');
    expect(screen.getByLabelText<HTMLInputElement>('Year').value).toBe('2099');
  });
  expect(kept).not.toHaveProperty('validUntil');
  const opened = await until(dated, () => fireEvent.click(screen.getByLabelText('No end date')));
  expect(opened).toHaveProperty('validUntil', null);
  const hung = await until({ endsWithTeam: { id: 'team-1', name: 'Fernside Recovery Team' } }, () =>
    isChosen('Until Fernside Recovery Team no longer cares for me'),
  );
  expect(hung).not.toHaveProperty('validUntil');
});

test('a yes to more keeps what they have, and a no gives nothing', async () => {
  const held = aGrant({ labels: ['SOCIAL_CARE'], grantee: of('CARER', 'Chidi Nwosu') });
  const { client } = openApp('/sharing/asked/request-1', {
    AccessRequests: sharing({ requests: [request], grants: [held] }),
    AnswerAccessRequest: {
      data: {
        answerAccessRequest: {
          __typename: 'AccessRequestAnswered',
          request: { id: 'r', answer: 'DECLINED' },
        },
      },
    },
    Sharing: sharing(),
  });
  await findTitle('Chidi Nwosu asks for access');
  expect(screen.getByLabelText<HTMLInputElement>('Social care').checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>('Mental health').checked).toBe(false);
  press('Say no');
  await screen.findByText('You said no to Chidi Nwosu.');
  expect(client.asked.find(({ name }) => name === 'AnswerAccessRequest')?.variables).toEqual({
    input: { request: 'request-1', give: false },
  });
});

test('stopping all sharing says what it means, court orders included, and shows that it is stopped', async () => {
  const { client } = openApp('/sharing/all', {
    AllSharing: sharing({ grants: [aGrant({ basis: 'COURT_ORDER' })] }),
    StopAllSharing: { data: { stopAllSharing: { stop: { stoppedAt, resumedAt: null } } } },
    Sharing: sharing({ stopped: { stoppedAt }, grants: [aGrant({ state: 'HELD_BACK' })] }),
  });
  await findTitle('Stop all sharing');
  await screen.findByText('A court ordered access for Fernside Recovery Team.');
  await expectNoViolations();
  fireEvent.change(screen.getByLabelText(/^Why/), { target: { value: ' I need a pause ' } });
  press('Yes, stop all sharing');
  await findTitle('Sharing');
  await screen.findByText('All sharing is stopped. Everybody lost access at once.');
  await screen.findByText(/You stopped it on 2 June 2026/);
  expect(screen.getByText('Sees nothing while sharing is stopped')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Read the receipt' })).toBeTruthy();
  expect(client.asked.find(({ name }) => name === 'StopAllSharing')?.variables).toEqual({
    input: { reason: 'I need a pause' },
  });
  await expectNoViolations();
});

test('sharing starts again from the same page', async () => {
  openApp('/sharing/all', {
    AllSharing: sharing({ stopped: { stoppedAt } }),
    ResumeSharing: {
      data: { resumeSharing: { __typename: 'AllSharingChanged', stop: { stoppedAt, resumedAt: stoppedAt } } },
    },
    Sharing: sharing(),
  });
  await findTitle('Start sharing again');
  await expectNoViolations();
  press('Yes, start sharing again');
  await screen.findByText('Sharing is on again, as it was before.');
});

test('the emergency summary can be narrowed, and to nothing with a warning', async () => {
  const { client } = openApp('/sharing/emergency', {
    EmergencySettings: recordAnswer({ sharing: { emergencyLabels: ['GENERAL', 'MENTAL_HEALTH'] } }),
    SetEmergencyAccess: {
      data: { setEmergencyAccess: { id: 'record-1', sharing: { emergencyLabels: [] } } },
    },
    Sharing: sharing(),
  });
  await findTitle('In an emergency');
  fireEvent.click(await screen.findByLabelText('Mental health'));
  fireEvent.click(screen.getByLabelText('General health'));
  expect(screen.getByText(/nobody can open your record in an emergency/)).toBeTruthy();
  await expectNoViolations();
  press('Save');
  await screen.findByText('Nobody can open your record in an emergency now.');
  expect(client.asked.find(({ name }) => name === 'SetEmergencyAccess')?.variables).toEqual({
    input: { labels: [] },
  });
});

test('studies are joined and left one by one, and nothing is joined beforehand', async () => {
  const study = (id: string, given: boolean, isOpen = true) => ({
    id,
    name: `Study ${id}`,
    description: 'How people sleep.',
    isOpen,
    given,
    decidedAt: given ? stoppedAt : null,
    organisation: null,
  });
  const { client } = openApp('/sharing/research', {
    Studies: recordAnswer({ sharing: { studies: [study('A', false), study('B', true, false)] } }),
    DecideOnResearch: { data: { decideOnResearch: { id: 'record-1' } } },
  });
  await screen.findByText('You said yes on 2 June 2026.');
  await expectNoViolations();
  press('Say yes for Study A');
  await screen.findByText('You said yes to Study A.');
  press('Withdraw for Study B');
  await screen.findByText(/You have withdrawn from Study B/);
  const sent = client.asked.filter(({ name }) => name === 'DecideOnResearch');
  expect(sent.map(({ variables }) => variables)).toEqual([
    { input: { study: 'A', given: true } },
    { input: { study: 'B', given: false } },
  ]);
});
