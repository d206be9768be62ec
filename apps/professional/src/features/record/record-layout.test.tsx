import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { chidi } from '../../testing/contacts.ts';
import { expectNoViolations, openConsole } from '../../testing/open-console.tsx';
import { anEntry, anInboxRow, grant, page, shellAnswer, summaryAnswer } from '../../testing/story.ts';

const record = '/teams/team-1/patients/record-1';
const changed = (change: string) => ({ recordChanged: { change, thread: null } });

describe('an open record', () => {
  test('says who it is and by what right the team looks', async () => {
    openConsole(record);
    const banner = within(await screen.findByRole('region', { name: 'NWOSU, Amara (Ms)' }));
    for (const words of [/14-Mar-1992/, /Female/, /Penicillin/, /31-Dec-2026/, /This team gives care/]) {
      expect(banner.getByText(words)).toBeDefined();
    }
    expect(banner.getByText('Mental health')).toBeDefined();
    expect(banner.queryByText('Sexual health')).toBeNull();
  });

  test('names what was shared by itself, which has no part in until when the rest is', async () => {
    const asthma = { ...grant, id: 'grant-2', labels: [], validUntil: null, basis: 'PATIENT_CHOICE' };
    const entry = { id: 'entry-4', title: 'Asthma' };
    openConsole(record, { RecordShell: shellAnswer({ viewerGrants: [grant, { ...asthma, entry }] }) });
    const banner = within(await screen.findByRole('region', { name: 'NWOSU, Amara (Ms)' }));
    expect(banner.getByText('Asthma')).toBeDefined();
    expect(banner.getByText(/31-Dec-2026/)).toBeDefined();
    expect(banner.queryByText('no end date')).toBeNull();
  });

  test('claims no absence of allergies where the team may not see them', async () => {
    openConsole(record, {
      RecordShell: shellAnswer({ viewerLabels: ['MENTAL_HEALTH'], allergies: page([]), nhsNumber: null }),
    });
    expect((await screen.findAllByText('Not part of what you may see')).length).toBe(2);
    expect(screen.queryByText('None recorded')).toBeNull();
  });

  test('shows whom to call, with a number that calls them', async () => {
    openConsole(record, { RecordSummary: summaryAnswer([], [chidi]) });
    expect(await screen.findByRole('heading', { name: 'Emergency contacts' })).toBeDefined();
    const call = screen.getByRole('link', { name: '07700 900418' });
    expect(call.getAttribute('href')).toBe('tel:07700900418');
    expect(call.querySelector('bdi')?.dir).toBe('ltr');
    expect(screen.getByText('Brother')).toBeDefined();
    await expectNoViolations();
  });

  test('says in an emergency that nobody to call is recorded, and otherwise keeps still', async () => {
    const emergency = { viewerAccess: 'EMERGENCY', viewerLabels: [], viewerSummaryLabels: ['GENERAL'] };
    openConsole(record, { RecordShell: shellAnswer(emergency) });
    const heading = await screen.findByRole('heading', { name: 'Emergency contacts' });
    expect(heading.nextElementSibling?.textContent).toBe('Not recorded');
    cleanup();
    openConsole(record);
    await screen.findByText('Depression');
    expect(screen.queryByText('Emergency contacts')).toBeNull();
  });

  test('loses what is no longer shared without a reload, and keeps the rest', async () => {
    const { client } = openConsole(record);
    expect(await screen.findByText('Depression')).toBeDefined();
    client.answer('RecordShell', shellAnswer({ viewerLabels: ['GENERAL'] }));
    client.answer('RecordSummary', summaryAnswer([anEntry()]));
    act(() => {
      client.stream('RecordChanged', changed('SHARING'));
    });
    await waitFor(() => expect(screen.queryByText('Depression')).toBeNull());
    expect(screen.getByText('Type 2 diabetes')).toBeDefined();
    expect(screen.queryByText('Mental health')).toBeNull();
  });

  test('is closed at once, and forgotten, when access ends', async () => {
    const { client } = openConsole(record);
    await screen.findByText('Depression');
    client.answer('RecordShell', { data: { record: null } });
    client.answer('RecordSummary', { data: { record: null } });
    act(() => client.endStream('RecordChanged'));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Access to this record has ended' }),
    ).toBeDefined();
    expect(document.body.textContent).not.toMatch(/Depression|Nwosu|Penicillin/i);
    await waitFor(() => expect(JSON.stringify([...client.remembered.values()])).not.toContain('Depression'));
  });

  test('is closed when single discussions are all that is left', async () => {
    const { client } = openConsole(record);
    await screen.findByText('Depression');
    const viewerGrants = [{ ...grant, labels: [], thread: { id: 'thread-1' } }];
    const left = { viewerLabels: [], viewerGrants, allergies: page([]), nhsNumber: null };
    client.answer('RecordShell', shellAnswer(left));
    client.answer('RecordSummary', summaryAnswer([]));
    act(() => {
      client.stream('RecordChanged', changed('SHARING'));
    });
    expect(await screen.findByText('Access to this record has ended')).toBeDefined();
    expect(document.body.textContent).not.toContain('Depression');
  });

  test('stays closed when the server cannot be asked whether access has ended', async () => {
    const { client } = openConsole(record);
    await screen.findByText('Depression');
    client.answer('RecordShell', 'offline');
    act(() => client.endStream('RecordChanged'));
    expect(await screen.findByText('Access to this record has ended')).toBeDefined();
    expect(screen.queryByText('Depression')).toBeNull();
  });

  test('that was never there looks like one that may not be seen', async () => {
    openConsole(record, { RecordShell: { data: { record: null } } });
    expect(
      await screen.findByRole('heading', { level: 1, name: 'We cannot show this record' }),
    ).toBeDefined();
  });

  test('shows no entry of somebody else under its banner', async () => {
    const { data } = (await import('../../testing/story.ts')).story.RecordEntry as {
      data: { entry: object };
    };
    openConsole(`${record}/entries/entry-1`, {
      RecordEntry: { data: { entry: { ...data.entry, record: { id: 'record-2' } } } },
    });
    expect(await screen.findByRole('heading', { level: 1, name: 'We cannot show this entry' })).toBeDefined();
    expect(screen.queryByText('Type 2 diabetes')).toBeNull();
  });

  test('opened in an emergency says so, and when it closes, and offers the summary alone', async () => {
    const labels = ['GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE'];
    const emergency = { ...grant, basis: 'EMERGENCY', labels: [], summaryLabels: labels };
    openConsole(record, {
      RecordShell: shellAnswer({
        viewerAccess: 'EMERGENCY',
        viewerLabels: [],
        viewerSummaryLabels: labels,
        viewerGrants: [{ ...emergency, validUntil: '2026-08-06T15:00:00.000000+00:00' }],
      }),
    });
    const note = await screen.findByText(/Opened in an emergency\. It closes at .*06-Aug-2026/);
    expect(note).toBeDefined();
    expect(screen.getByText(/The patient and your privacy officer have been told/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Timeline' })).toBeDefined();
    expect(screen.queryByRole('link', { name: /^Messages/ })).toBeNull();
    expect(screen.queryByText('Ask for more of this record')).toBeNull();
    expect(screen.getByText(/^999.412.0387$/)).toBeDefined();
  });

  test('names the court whose order opens it', async () => {
    const order = { ...grant, basis: 'COURT_ORDER', reference: 'FD-26-118' };
    openConsole(record, { RecordShell: shellAnswer({ viewerGrants: [order] }) });
    expect(await screen.findByText(/A court ordered that the team sees this \(FD-26-118\)/)).toBeDefined();
    expect(screen.getByText('A court order, FD-26-118')).toBeDefined();
  });

  test('whose access has ended keeps what the team wrote and was written, marked and read only', async () => {
    const own = { viewerAccess: 'OWN_WRITING', viewerLabels: [], viewerGrants: [], allergies: page([]) };
    const kept = { ...anInboxRow(), keptUntil: '2026-08-05T09:30:00.000000+00:00' };
    openConsole(record, {
      RecordShell: shellAnswer({ ...own, nhsNumber: null }),
      RecordTimeline: {
        data: { record: { id: 'record-1', timeline: page([anEntry({ title: 'A note of ours' })]) } },
      },
      RecordKeptThreads: { data: { record: { id: 'record-1', keptThreads: page([kept]) } } },
    });
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Access to this record has ended' }),
    ).toBeDefined();
    expect(await screen.findByText(/Kept up to .*05-Aug-2026.*, read only/)).toBeDefined();
    expect(await screen.findByText('A note of ours')).toBeDefined();
    expect(screen.queryByRole('navigation', { name: 'Parts of the record' })).toBeNull();
    expect(screen.queryByText('Depression')).toBeNull();
    await expectNoViolations();
  });

  test('says of an entry that it is seen as its author, and only then', async () => {
    const { data } = (await import('../../testing/story.ts')).story.RecordEntry as {
      data: { entry: object };
    };
    const shown = openConsole(`${record}/entries/entry-1`);
    await screen.findByRole('heading', { level: 1, name: 'Type 2 diabetes' });
    expect(screen.queryByText(/your own team wrote it/)).toBeNull();
    shown.unmount();
    openConsole(`${record}/entries/entry-1`, {
      RecordEntry: { data: { entry: { ...data.entry, keptAsAuthor: true } } },
    });
    expect(await screen.findByText(/You see this because your own team wrote it/)).toBeDefined();
  });
});
