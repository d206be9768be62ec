import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openConsole } from '../../testing/open-console.tsx';
import { shellAnswer } from '../../testing/story.ts';

const patients = '/teams/team-1/patients';
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

async function fill() {
  await screen.findByRole('heading', { level: 1, name: 'Ask a patient for access' });
  type('NHS number', '9994120387');
  type('Day', '14');
  type('Month', '03');
  type('Year', '1992');
  type('Last name', 'Nwosu');
}

describe('asking a patient for access', () => {
  test('always answers with the same sentence, and asks for the team', async () => {
    const { client } = openConsole(`${patients}/ask`);
    await fill();
    press('Ask');
    expect(
      await screen.findByRole('heading', { level: 1, name: 'If there is a record, we have asked.' }),
    ).toBeDefined();
    expect(screen.getByText(/they show among the patients of Fernside Recovery Team/)).toBeDefined();
    const asked = client.asked.find(({ name }) => name === 'AskForAccess');
    expect(asked?.variables.input).toMatchObject({
      nhsNumber: '9994120387',
      birthDate: '1992-03-14',
      familyName: 'Nwosu',
      team: 'team-1',
      labels: ['GENERAL'],
    });
  });

  test('can be for oneself alone', async () => {
    const { client } = openConsole(`${patients}/ask`);
    await fill();
    fireEvent.click(screen.getByLabelText('I, by myself'));
    press('Ask');
    await screen.findByText('If there is a record, we have asked.');
    const asked = client.asked.find(({ name }) => name === 'AskForAccess');
    expect(asked?.variables.input).not.toHaveProperty('team');
    // Nobody's team gets it: it is not among the team's patients that it will be found.
    expect(screen.getByText(/they show under “Shared with you”/)).toBeDefined();
  });

  test('is offered where nobody is listed', async () => {
    openConsole(patients);
    const link = await screen.findByRole('link', { name: 'Ask a patient for access' });
    expect(link.getAttribute('href')).toBe(`/professional${patients}/ask`);
    expect(screen.getByRole('link', { name: 'I need to open a record in an emergency' })).toBeDefined();
  });
});

describe('asking for more of a record', () => {
  test('offers what is missing, and no more', async () => {
    const { client } = openConsole(`${patients}/record-1/ask`);
    await screen.findByRole('heading', { level: 1, name: 'Ask for more of this record' });
    expect(screen.queryByLabelText('General health')).toBeNull();
    fireEvent.click(screen.getByLabelText('Social care'));
    press('Ask');
    expect(await screen.findByRole('heading', { level: 1, name: 'We have asked' })).toBeDefined();
    const asked = client.asked.find(({ name }) => name === 'AskForMore');
    expect(asked?.variables.input).toMatchObject({
      record: 'record-1',
      team: 'team-1',
      labels: ['SOCIAL_CARE'],
    });
  });

  test('has nothing to offer to whoever sees all', async () => {
    const all = ['GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE'];
    openConsole(`${patients}/record-1/ask`, { RecordShell: shellAnswer({ viewerLabels: all }) });
    expect(await screen.findByText('You see all four parts of this record')).toBeDefined();
    expect(screen.queryByRole('link', { name: 'Ask for more of this record' })).toBeNull();
  });
});
