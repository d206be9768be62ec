import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoViolations, findTitle, openApp, press, recordAnswer } from '../../testing/open-app.tsx';
import { aGrant } from '../../testing/records.ts';
import type { MyGrant } from './sharing-query.ts';

const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const choose = (name: string) => fireEvent.click(box(name));
const invited = {
  __typename: 'CarerInvited',
  link: null,
  invitation: {
    id: 'invitation-1',
    name: 'Chidi',
    email: 'chidi.nwosu@example.org',
    expiresAt: '2026-12-01T09:00:00.000000+00:00',
  },
};

async function invites() {
  const app = openApp('/sharing/carer', { InviteCarer: { data: { inviteCarer: invited } } });
  await findTitle('Invite a carer');
  fireEvent.change(box('Their name'), { target: { value: 'Chidi' } });
  fireEvent.change(box('Their e-mail address'), { target: { value: 'chidi.nwosu@example.org' } });
  const sent = async () => {
    press('Invite');
    await findTitle('Invitation sent');
    return app.client.asked.find(({ name }) => name === 'InviteCarer')?.variables;
  };
  return { ...app, sent };
}

test('a carer is invited by one choice in plain words, only General health beforehand', async () => {
  const { sent } = await invites();
  expect(box('Can see my general health and send messages').checked).toBe(true);
  expect(screen.queryByLabelText('General health')).toBeNull();
  await expectNoViolations();
  choose('Can help with my care');
  const rights = ['SEE', 'MESSAGE', 'REQUEST_APPOINTMENT', 'ADD'];
  expect(await sent()).toMatchObject({ input: { labels: ['GENERAL', 'MENTAL_HEALTH'], rights } });
});

test('choosing by oneself opens the boxes with what was chosen last', async () => {
  const { sent } = await invites();
  choose('Can see my diary and plan');
  choose('Choose by yourself');
  expect(box('Mental health').checked).toBe(true);
  expect(box('Can also send and read messages').checked).toBe(false);
  choose('General health');
  choose('Mental health');
  press('Invite');
  expect(screen.getAllByText(/Tick at least one part/)).toHaveLength(2);
  await expectNoViolations();
  choose('Social care');
  choose('Can also share for me');
  expect(await sent()).toMatchObject({
    input: { labels: ['SOCIAL_CARE'], rights: ['SEE', 'MANAGE_SHARING'] },
  });
});

async function changes(grant: Partial<MyGrant>) {
  const carer: MyGrant['grantee'] = { ...aGrant().grantee, kind: 'CARER', name: 'Ada Obi', team: null };
  const shared = recordAnswer({
    threads: { nodes: [] },
    sharing: { grants: [aGrant({ grantee: carer, ...grant })], stopped: null, requests: [], invitations: [] },
  });
  const app = openApp('/sharing/change/grant-1', {
    ChangeSharingForm: shared,
    ChangeSharing: { data: { changeSharing: { __typename: 'NotFound', message: 'Not found' } } },
  });
  await findTitle('Change what Ada Obi can see');
  return app;
}

test('changing what a carer sees begins at the choice they have', async () => {
  const { client } = await changes({ labels: ['GENERAL', 'MENTAL_HEALTH'], rights: ['SEE'] });
  expect(box('Can see my diary and plan').checked).toBe(true);
  expect(screen.queryByLabelText('Mental health')).toBeNull();
  choose('Can see my general health');
  press('Save');
  await waitFor(() => {
    const asked = client.asked.find(({ name }) => name === 'ChangeSharing');
    expect(asked?.variables).toMatchObject({ input: { labels: ['GENERAL'], rights: ['SEE'] } });
  });
});

test('what is none of the choices stays as it is, with its boxes open', async () => {
  await changes({ labels: ['GENERAL'], rights: ['SEE', 'SEE_LOG'] });
  expect(box('Choose by yourself').checked).toBe(true);
  expect(box('Can also see who looked at my record').checked).toBe(true);
  choose('Can also see who looked at my record');
  expect(box('Choose by yourself').checked).toBe(true);
});
