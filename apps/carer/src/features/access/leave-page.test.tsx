import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openCarerApp } from '../../testing/open-carer-app.tsx';
import { viewerAnswer } from '../../testing/story.ts';

describe('leaving the role', () => {
  test('is three taps from today, says what it means, and tells when it is done', async () => {
    const { client } = openCarerApp('/people/record-1');
    fireEvent.click(await screen.findByRole('link', { name: 'What I may see' }));
    expect(await screen.findByText('General health')).toBeDefined();
    expect(screen.getByText('send and read messages')).toBeDefined();
    fireEvent.click(screen.getByRole('link', { name: 'Leave this role' }));
    expect(await screen.findByText('To come back you need a new invitation.')).toBeDefined();
    client.answer('CarerViewer', viewerAnswer([]));
    client.answer('Person', { data: { record: null } });
    fireEvent.click(screen.getByRole('button', { name: 'Leave this role' }));
    expect(await screen.findByText('You no longer see Amara’s record.')).toBeDefined();
    expect(client.asked.find(({ name }) => name === 'LeaveRecord')?.variables).toEqual({
      input: { record: 'record-1' },
    });
  });

  test('that did not work says so and keeps the way open', async () => {
    openCarerApp('/people/record-1/access/leave', { LeaveRecord: { code: 'INTERNAL' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Leave this role' }));
    expect(await screen.findByText(/Something went wrong on our side/)).toBeDefined();
    expect(document.title).toMatch(/^Error: /);
    expect(screen.getByRole('button', { name: 'Leave this role' })).toBeDefined();
  });
});
