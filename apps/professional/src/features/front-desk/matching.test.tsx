import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { expectNoViolations, openConsole } from '../../testing/open-console.tsx';
import { aMatchCase } from '../../testing/standing-story.ts';

const matches = '/teams/team-1/patients/matches';
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: string) => fireEvent.click(screen.getByLabelText(name));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const answered = (one: object) => ({ TeamMatches: { data: { team: { id: 'team-1', matchCases: [one] } } } });

describe('a claim of a record', () => {
  test('is listed, and shows both sides with what agrees', async () => {
    openConsole(matches);
    await heading('People claiming a record');
    fireEvent.click(await screen.findByRole('link', { name: 'ASHCROFT-BELL, Jo' }));
    await screen.findByRole('button', { name: 'Settle this' });
    expect(screen.getAllByText('The same')).toHaveLength(3);
    expect(screen.getAllByText('Different')).toHaveLength(1);
    await expectNoViolations();
  });

  test('is settled as one person once documents were ticked, after what it means was read', async () => {
    const { client } = openConsole(`${matches}/match-1`);
    await screen.findByRole('button', { name: 'Settle this' });
    press('Settle this');
    expect((await screen.findByRole('alert')).textContent).toContain('Choose whether it is the same person');
    choose('Yes, the same person');
    expect(screen.getByText(/The record opens to them, in place of their own/)).toBeTruthy();
    press('Settle this');
    expect((await screen.findByRole('alert')).textContent).toContain('Tick what you saw to be sure');
    await expectNoViolations();
    choose('Passport');
    press('Settle this');
    await heading('People claiming a record');
    expect(screen.getByText(/Settled: the record is open to/)).toBeTruthy();
    expect(client.asked.find(({ name }) => name === 'SettleMatch')?.variables).toEqual({
      input: { case: 'match-1', team: 'team-1', samePerson: true, documents: ['PASSPORT'] },
    });
  });

  test('of somebody who has died can only be declined', async () => {
    openConsole(`${matches}/match-1`, answered(aMatchCase({ ifSamePerson: null, recordTaken: true })));
    await screen.findByRole('button', { name: 'Settle this' });
    expect(screen.queryByLabelText('Yes, the same person')).toBeNull();
    expect(screen.getByText(/Nobody can take it up/)).toBeTruthy();
  });

  test('about oneself is left to a colleague, and one that is settled says so', async () => {
    const { unmount } = openConsole(`${matches}/match-1`, answered(aMatchCase({ viewerMaySettle: false })));
    await screen.findByText(/This is about your own record/);
    expect(screen.queryByRole('button', { name: 'Settle this' })).toBeNull();
    unmount();
    openConsole(`${matches}/match-2`);
    await screen.findByText('This is settled');
  });
});
