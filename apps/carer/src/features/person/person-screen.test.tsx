import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openCarerApp } from '../../testing/open-carer-app.tsx';
import { anEntry, personAnswer } from '../../testing/story.ts';

const person = '/people/record-1';
const records = (node: object) => ({ data: { record: { id: 'record-1', ...node } } });

describe('one person', () => {
  test('is shown today with what comes next, what is new and the plan, in five choices at most', async () => {
    openCarerApp(person);
    expect(await screen.findByText(/Diabetes review, 3 December 2026 at 10am/)).toBeDefined();
    expect(screen.getByText('1 discussion with new messages')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Amara’s plan' })).toBeDefined();
    const choices = [...document.querySelectorAll('main a')];
    expect(choices.length).toBeLessThanOrEqual(5);
  });

  test('is shown without a word about what is not shared', async () => {
    openCarerApp(person, {
      Person: personAnswer({
        viewerMayMessage: false,
        threads: { nodes: [] },
        entryCounts: [],
        upcomingAppointments: [],
        unreadThreadCount: 0,
      }),
    });
    expect(await screen.findByText('Nothing to show yet')).toBeDefined();
    for (const absent of ['Messages', 'Next appointment', 'Amara’s plan', 'Amara’s record']) {
      expect(screen.queryByText(absent)).toBeNull();
    }
  });

  test('who has died is still shown, and what to do if that is wrong', async () => {
    openCarerApp(person, { Person: personAnswer({ hasDied: true, viewerMayMessage: false }) });
    expect(await screen.findByText(/We have been told that Amara has died/)).toBeDefined();
    expect(screen.getByText(/please phone their team/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Amara’s plan' })).toBeDefined();
  });

  test('loses what is no longer shared without a reload', async () => {
    const { client } = openCarerApp(`${person}/diary`);
    await screen.findByText('Diabetes review');
    client.answer(
      'Diary',
      records({ upcomingAppointments: [anEntry({ id: 'entry-7', title: 'Eye test' })] }),
    );
    act(() => {
      client.stream('RecordChanged', { recordChanged: { change: 'SHARING', thread: null } });
    });
    expect(await screen.findByText('Eye test')).toBeDefined();
    expect(screen.queryByText('Diabetes review')).toBeNull();
  });

  test('is closed at once when access ends', async () => {
    const { client } = openCarerApp(`${person}/diary`);
    await screen.findByText('Diabetes review');
    client.answer('Person', { data: { record: null } });
    client.answer('Diary', { data: { record: null } });
    act(() => client.endStream('RecordChanged'));
    expect(await screen.findByRole('heading', { level: 1, name: 'Access has ended' })).toBeDefined();
    expect(document.body.textContent).not.toMatch(/Amara|Diabetes/);
  });
});
