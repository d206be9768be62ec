import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openCarerApp } from '../../testing/open-carer-app.tsx';

describe('asking for more', () => {
  test('is three taps from today, sends what is ticked, and says who decides', async () => {
    const { client } = openCarerApp('/people/record-1', { AskForMore: { data: { askForMore: true } } });
    fireEvent.click(await screen.findByRole('link', { name: 'What I may see' }));
    fireEvent.click(await screen.findByRole('link', { name: 'Ask for more' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Ask Amara' }));
    expect(screen.getAllByText('Tick at least one thing to ask for')).toHaveLength(2);
    fireEvent.click(screen.getByLabelText('Social care'));
    fireEvent.click(screen.getByLabelText('See who looked at the record'));
    fireEvent.click(screen.getByRole('button', { name: 'Ask Amara' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'You have asked Amara' })).toBeDefined();
    expect(client.asked.find(({ name }) => name === 'AskForMore')?.variables).toMatchObject({
      input: { record: 'record-1', labels: ['SOCIAL_CARE'], rights: ['SEE', 'SEE_LOG'], reason: null },
    });
  });

  test('for a record that is closed by now says so and keeps what was ticked', async () => {
    openCarerApp('/people/record-1/access/ask', { AskForMore: { data: { askForMore: false } } });
    fireEvent.click(await screen.findByLabelText('Social care'));
    fireEvent.click(screen.getByRole('button', { name: 'Ask Amara' }));
    expect(await screen.findByText(/This is no longer here/)).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>('Social care').checked).toBe(true);
  });
});
