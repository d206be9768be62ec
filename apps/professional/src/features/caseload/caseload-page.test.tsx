import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openConsole } from '../../testing/open-console.tsx';
import { page } from '../../testing/story.ts';

const caseload = '/teams/team-1/patients';
const none = { data: { team: { id: 'team-1', caseload: page([]) } } };

async function search(words: string) {
  fireEvent.change(await screen.findByLabelText('Find a patient'), { target: { value: words } });
  fireEvent.click(screen.getByRole('button', { name: 'Search' }));
}

describe('finding a patient', () => {
  test('takes an NHS number with spaces, and keeps what was searched for out of the address', async () => {
    const { client } = openConsole(caseload);
    await search(' 999 412 0387 ');
    expect(await screen.findByText(/Patients found for/)).toBeDefined();
    expect(client.asked.at(-1)?.variables).toMatchObject({ search: '9994120387' });
    expect(window.location.href).not.toMatch(/999|search/);
    expect((screen.getByLabelText('Find a patient') as HTMLInputElement).value).toBe(' 999 412 0387 ');
  });

  test('shows last name first, NHS number and birth date', async () => {
    openConsole(caseload);
    const link = await screen.findByRole('link', { name: 'NWOSU, Amara (Ms)' });
    expect(link.getAttribute('href')).toBe('/professional/teams/team-1/patients/record-1');
    expect(screen.getByText(/14-Mar-1992/)).toBeDefined();
    expect(screen.getByText(/^999.412.0387$/)).toBeDefined();
  });

  test('asks to check a number that cannot be right, and asks the server nothing', async () => {
    const { client } = openConsole(caseload);
    await screen.findByRole('link', { name: 'NWOSU, Amara (Ms)' });
    const before = client.asked.length;
    await search('999 412 0388');
    expect(screen.getByRole('alert').textContent).toContain('One of its digits does not fit');
    expect(document.title).toMatch(/^Error: /);
    expect(client.asked).toHaveLength(before);
  });

  test('says nothing about people who do not share when nobody is found', async () => {
    openConsole(caseload, { Caseload: none });
    await search('Nobody');
    expect(await screen.findByText('No patient found for “Nobody”')).toBeDefined();
    expect(document.body.textContent).not.toMatch(/hidden|not allowed|permission/i);
  });
});
