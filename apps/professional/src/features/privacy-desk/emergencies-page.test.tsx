import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anEmergency, desk } from '../../testing/desk-story.ts';
import { expectNoViolations, openConsole } from '../../testing/open-console.tsx';
import { page } from '../../testing/pages.ts';

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('the officer of one organisation begins at its emergencies, and reviews one', async () => {
  const { client } = openConsole('/privacy');
  await screen.findByRole('heading', {
    level: 2,
    name: 'Ngozi Okafor opened the record of Mei-Ling Carter',
  });
  expect(window.location.pathname).toBe('/professional/privacy/organisation-1/emergencies');
  expect(screen.getByText('Found unconscious at the station.')).toBeTruthy();
  expect(screen.getByText('Ngozi Okafor, Fernside Recovery Team')).toBeTruthy();
  fireEvent.click(screen.getByText('Review this emergency'));
  press('Save the review');
  await screen.findByRole('link', { name: 'Choose what you found' });
  await screen.findByRole('link', { name: 'Write what you found' });
  expect(client.asked.some(({ name }) => name === 'ReviewEmergency')).toBe(false);
  await expectNoViolations();
  fireEvent.click(screen.getByLabelText('It was not an emergency'));
  fireEvent.change(screen.getByLabelText('What you found'), { target: { value: ' She was awake. ' } });
  client.answer('ReviewEmergency', { data: { reviewEmergency: false } });
  press('Save the review');
  await screen.findByText(/The review was not saved/);
  expect(screen.getByDisplayValue(' She was awake. ', { normalizer: (text) => text })).toBeTruthy();
  const reviewed = { outcome: 'NOT_JUSTIFIED', note: 'She was awake.', reviewedBy: 'Paula Reid' };
  client.answer('ReviewEmergency', { data: { reviewEmergency: true } });
  client.answer(
    'DeskEmergencies',
    desk({ emergencies: page([anEmergency({ ...reviewed, viewerMayReview: false })]) }),
  );
  press('Save the review');
  await screen.findByText('Paula Reid');
  await waitFor(() => expect(screen.queryByText('Review this emergency')).toBeNull());
  expect(screen.getByText('The review was saved.')).toBeTruthy();
  expect(client.asked.findLast(({ name }) => name === 'ReviewEmergency')?.variables).toEqual({
    input: { emergency: 'emergency-1', outcome: 'NOT_JUSTIFIED', note: 'She was awake.' },
  });
});

test('nobody reviews what they opened themself', async () => {
  openConsole('/privacy/organisation-1/emergencies', {
    DeskEmergencies: desk({ emergencies: page([anEmergency({ viewerMayReview: false })]) }),
  });
  await screen.findByText(/another privacy officer must review it/);
  expect(screen.queryByText('Review this emergency')).toBeNull();
});

test('an officer of several organisations chooses; the desk of another is not there', async () => {
  const offices = ['one', 'two'].map((id) => ({ id, name: `Organisation ${id}` }));
  const viewer = {
    app: 'PROFESSIONAL',
    person: { id: 'p', givenName: 'Paula', familyName: 'Reid' },
    teams: [],
    privacyDesks: offices,
    administers: [],
  };
  const answers = { ProfessionalViewer: { data: { viewer } } };
  const { client, unmount } = openConsole('/privacy', answers);
  fireEvent.click(await screen.findByRole('link', { name: 'Organisation two' }));
  await screen.findByRole('heading', { level: 1, name: 'Emergencies' });
  expect(client.asked.find(({ name }) => name === 'DeskEmergencies')?.variables).toMatchObject({
    office: 'two',
  });
  unmount();
  const stranger = openConsole('/privacy/three/freezes', answers);
  await screen.findByRole('heading', { level: 1, name: 'We cannot find this page' });
  expect(stranger.client.asked.some(({ name }) => name.startsWith('Desk'))).toBe(false);
});
