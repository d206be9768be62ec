import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openConsole } from '../../testing/open-console.tsx';
import { anEntry, page, shellAnswer, summaryAnswer } from '../../testing/story.ts';

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

  test('claims no absence of allergies where the team may not see them', async () => {
    openConsole(record, {
      RecordShell: shellAnswer({ viewerLabels: ['MENTAL_HEALTH'], allergies: page([]), nhsNumber: null }),
    });
    expect((await screen.findAllByText('Not part of what the team may see')).length).toBe(2);
    expect(screen.queryByText('None recorded')).toBeNull();
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
    client.answer('RecordShell', shellAnswer({ viewerLabels: [], allergies: page([]), nhsNumber: null }));
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
});
