import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { expectNoViolations, openConsole } from '../testing/open-console.tsx';
import { grant, page, shellAnswer, story } from '../testing/story.ts';

interface ViewerAnswer {
  data: { viewer: { teams: object[] } };
}
const { data } = story.ProfessionalViewer as ViewerAnswer;
const viewer = (changes: object) => ({ data: { viewer: { ...data.viewer, ...changes } } });
const byThemself = { teams: [], privacyDesks: [], administers: [] };
const invited = viewer({ ...byThemself, hasSharedRecords: true });
const nobodyShares = {
  ProfessionalViewer: viewer(byThemself),
  SharedRecords: { data: { viewer: { sharedRecords: page([]) } } },
};
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

describe('what is shared with a professional by themself', () => {
  test('is where they begin, and leads to the record', async () => {
    openConsole('/', { ProfessionalViewer: invited });
    await heading('Shared with you');
    const link = await screen.findByRole('link', { name: 'NWOSU, Amara (Ms)' });
    expect(link.getAttribute('href')).toBe('/professional/shared/record-1');
    expect(screen.getByRole('link', { name: 'Shared with you' }).getAttribute('aria-current')).toBeTruthy();
    expect(screen.queryByText(/among that team/)).toBeNull();
    fireEvent.click(link);
    expect(await screen.findByRole('region', { name: 'NWOSU, Amara (Ms)' })).toBeDefined();
    expect(await screen.findByText('Type 2 diabetes')).toBeDefined();
    await expectNoViolations();
  });

  test('says so when there is nothing, there and at the start', async () => {
    const shown = openConsole('/shared', nobodyShares);
    expect(await screen.findByText('Nothing is shared with you yet')).toBeDefined();
    shown.unmount();
    openConsole('/', nobodyShares);
    await heading('You are not in a team yet');
    expect(screen.queryByRole('link', { name: 'Shared with you' })).toBeNull();
  });

  test('says nothing of a number that is not theirs to see', async () => {
    const row = { id: 'record-2', title: null, givenName: 'Sunil', familyName: 'Rao', preferredName: null };
    const known = { ...row, birthDate: '1954-08-30', nhsNumber: null };
    const rows = [
      { ...known, viewerLabels: ['SOCIAL_CARE'] },
      { ...known, id: 'record-3', viewerLabels: ['GENERAL'] },
    ];
    openConsole('/shared', { SharedRecords: { data: { viewer: { sharedRecords: page(rows) } } } });
    expect(await screen.findByText('Not part of what you may see')).toBeDefined();
    expect(screen.getByText('Not recorded')).toBeDefined();
  });

  test('stands beside the teams of whoever has some', async () => {
    const shown = openConsole('/', { ProfessionalViewer: viewer({ hasSharedRecords: true }) });
    await heading('Inbox');
    fireEvent.click(screen.getByRole('link', { name: 'Shared with you' }));
    await heading('Shared with you');
    expect(await screen.findByText(/among that team/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Teams' })).toBeDefined();
    shown.unmount();
    openConsole('/');
    await heading('Inbox');
    expect(screen.queryByRole('link', { name: 'Shared with you' })).toBeNull();
  });

  test('has a way to it as soon as a notice tells of it', async () => {
    const { client } = openConsole('/');
    await heading('Inbox');
    const told = (unreadCount: number) =>
      act(() => void client.stream('NoticeAdded', { noticeAdded: { unreadCount } }));
    told(0);
    expect(screen.queryByRole('link', { name: 'Shared with you' })).toBeNull();
    client.answer('ProfessionalViewer', viewer({ hasSharedRecords: true }));
    await waitFor(() => {
      told(1);
      expect(screen.getByRole('link', { name: 'Shared with you' })).toBeDefined();
    });
  });

  test('is where an invitation leads once it is accepted', async () => {
    const robin = { app: 'PROFESSIONAL', person: { id: 'person-2' }, record: null };
    openConsole('/invitation/code-1', {
      ProfessionalViewer: invited,
      AcceptInvitation: { data: { acceptInvitation: { __typename: 'SignedIn', viewer: robin } } },
    });
    await heading('Amara Nwosu asks you to help with their care');
    fireEvent.click(await screen.findByRole('button', { name: 'Create a sign-in' }));
    const type = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    type('First name', 'Robin');
    type('Last name', 'Vale');
    type('Choose a password', 'three quiet green lamps');
    fireEvent.click(screen.getByRole('button', { name: 'Accept the invitation' }));
    await heading('Shared with you');
    expect(window.location.pathname).toBe('/professional/shared');
  });

  test('is where the notices lead', async () => {
    openConsole('/notices', { ProfessionalViewer: invited });
    const open = await screen.findAllByRole('link', { name: 'Open the record' });
    expect(open.map((link) => link.getAttribute('href'))).toEqual(['/professional/shared/record-1']);
  });
});

describe('a record without a team', () => {
  const record = '/shared/record-1';
  const alone = { ProfessionalViewer: invited };

  test('has its parts, but not the work of a team, and none of its words', async () => {
    openConsole(record, {
      ...alone,
      RecordShell: shellAnswer({ viewerGrants: [{ ...grant, basis: 'PATIENT_CHOICE' }] }),
    });
    const parts = within(await screen.findByRole('navigation', { name: 'Parts of the record' }));
    const links = parts.getAllByRole('link').map((link) => link.getAttribute('href'));
    const at = (part: string) => `/professional${record}${part}`;
    expect(links).toEqual(['', '/timeline', '/results', '/kinds', '/messages', '/details'].map(at));
    await screen.findByText('Type 2 diabetes');
    expect(screen.getByRole('main').textContent).not.toMatch(/\bteam (may|sees|itself)\b/i);
  });

  test('opens a discussion, and leads back to the messages', async () => {
    openConsole(`${record}/messages/thread-1`, alone);
    const back = await screen.findByRole('link', { name: 'Back to the messages' });
    expect(back.getAttribute('href')).toBe(`/professional${record}/messages`);
  });

  test('is closed when the patient stops, and leads to what is still shared', async () => {
    openConsole(record, { ...alone, RecordShell: { data: { record: null } } });
    await heading('We cannot show this record');
    const way = screen.getByRole('link', { name: 'Go to what is shared with you' });
    expect(way.getAttribute('href')).toBe('/professional/shared');
    expect(document.querySelector('a[href*="/teams/"]')).toBeNull();
  });

  test('is asked more of by the person alone, who is told so', async () => {
    const { client } = openConsole(`${record}/ask`, alone);
    await heading('Ask for more of this record');
    expect(screen.getByText(/You ask by yourself/)).toBeDefined();
    fireEvent.click(screen.getByLabelText('Social care'));
    fireEvent.click(screen.getByRole('button', { name: 'Ask' }));
    await heading('We have asked');
    const asked = client.asked.find(({ name }) => name === 'AskForMore');
    await waitFor(() => expect(asked?.variables.input).toMatchObject({ record: 'record-1' }));
    expect(asked?.variables.input).not.toHaveProperty('team');
  });
});
