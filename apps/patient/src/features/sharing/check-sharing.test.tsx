import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { expectNoViolations, findTitle, openApp, press, recordAnswer } from '../../testing/open-app.tsx';
import { aGrant } from '../../testing/records.ts';

const of = { basis: 'DIRECT_CARE', rights: ['SEE', 'ADD', 'MESSAGE'] } as const;
const fernside = aGrant({ ...of, rights: [...of.rights] });
const surgery = aGrant({
  ...fernside,
  id: 'grant-2',
  labels: ['GENERAL'],
  grantee: { ...fernside.grantee, name: 'Harbour Lane Practice team' },
});
const chosen = aGrant({ id: 'grant-3', grantee: { ...fernside.grantee, name: 'Lantern Peer Support' } });
const checking = (grants = [fernside, surgery, chosen], undecided = ['grant-1', 'grant-2']) =>
  recordAnswer({ sharing: { grants, undecided: undecided.map((id) => ({ id })) } });

const kept = { data: { keepSharing: { id: 'record-1' } } };
const open = (path: string, answer = checking()) =>
  openApp(path, { CheckSharing: answer, KeepSharing: kept });

describe('going through the teams', () => {
  test('goes one by one: left as it is, narrowed, and the receipts at the end', async () => {
    const { client } = open('/sharing/check');
    await findTitle('Check who can see my record');
    await screen.findByText(/2 teams care for you/);
    await expectNoViolations();
    fireEvent.click(screen.getByRole('link', { name: 'Start' }));
    await findTitle('What may Fernside Recovery Team see?');
    expect(screen.getByText('Team 1 of 2')).toBeTruthy();
    expect(screen.getByText(/is a team at Fernside Mental Health NHS Foundation Trust/)).toBeTruthy();
    expect(screen.getByText('It may also add to the record, send and read messages.')).toBeTruthy();
    expect(screen.getByText(/everything added later/)).toBeTruthy();
    const isTicked = (name: RegExp) => (screen.getByLabelText(name) as HTMLInputElement).checked;
    expect([/^General health/, /^Mental health/, /^Social care/].map(isTicked)).toEqual([true, true, false]);
    await expectNoViolations();
    client.answer('CheckSharing', checking([fernside, surgery, chosen], ['grant-2']));
    press('Continue');
    await findTitle('What may Harbour Lane Practice team see?');
    expect(screen.getByText('Team 2 of 2')).toBeTruthy();
    expect(client.asked.find(({ name }) => name === 'KeepSharing')?.variables).toEqual({
      input: { grant: 'grant-1', version: 1 },
    });
    const narrowed = aGrant({ ...surgery, labels: ['SOCIAL_CARE'], version: 2 });
    // What is read again meanwhile is as it was: only the change itself decides the last team.
    client.answer('ChangeSharing', () => {
      client.answer('CheckSharing', checking([fernside, narrowed, chosen], []));
      return { data: { changeSharing: { __typename: 'SharingChanged', grant: { id: 'grant-2' } } } };
    });
    fireEvent.click(screen.getByLabelText(/^General health/));
    press('Continue');
    await screen.findByRole('link', { name: /Tick at least one part/ });
    fireEvent.click(screen.getByLabelText(/^Social care/));
    press('Continue');
    await findTitle('What you decided');
    expect(client.asked.find(({ name }) => name === 'ChangeSharing')?.variables).toEqual({
      input: { grant: 'grant-2', labels: ['SOCIAL_CARE'], rights: of.rights, validUntil: null },
    });
    await screen.findByText('Can see: Social care');
    const receipts = screen.getAllByRole('link', { name: /^Receipt/ });
    expect(receipts.map((link) => link.getAttribute('href'))).toEqual([
      '/sharing/receipt/grant-1/1',
      '/sharing/receipt/grant-2/2',
    ]);
    await expectNoViolations();
  });

  test('shares nothing with a team after asking once more, and may decide later', async () => {
    const { client } = open('/sharing/check/grant-1');
    await findTitle('What may Fernside Recovery Team see?');
    press('Share nothing with this team');
    client.answer('StopSharing', {
      data: {
        stopSharing: { __typename: 'SharingChanged', grant: { id: 'grant-1', state: 'ENDED', version: 2 } },
      },
    });
    client.answer('CheckSharing', checking([surgery], ['grant-2']));
    press('Yes, stop sharing');
    await findTitle('What may Harbour Lane Practice team see?');
    fireEvent.click(screen.getByRole('link', { name: 'Decide later' }));
    await findTitle('What you decided');
    await screen.findByText('Sees nothing new');
    expect(screen.getByText('Not decided yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: /^Receipt/ }).getAttribute('href')).toBe(
      '/sharing/receipt/grant-1/2',
    );
    fireEvent.click(screen.getByRole('link', { name: 'Decide now about Harbour Lane Practice team' }));
    await findTitle('What may Harbour Lane Practice team see?');
    expect(client.asked.some(({ name }) => name === 'KeepSharing')).toBe(false);
  });

  test('says so where it changed meanwhile, and keeps what was ticked', async () => {
    const { client } = open('/sharing/check/grant-1');
    await findTitle('What may Fernside Recovery Team see?');
    client.answer('KeepSharing', { data: { keepSharing: null } });
    press('Continue');
    await screen.findByText(/has just changed/);
    client.answer('KeepSharing', { code: 'INTERNAL' });
    press('Continue');
    await waitFor(() => expect(screen.queryByText(/has just changed/)).toBeNull());
    expect((screen.getByLabelText(/^Mental health/) as HTMLInputElement).checked).toBe(true);
  });

  test('goes through all teams again when all are decided about', async () => {
    open('/sharing/check', checking([fernside, surgery, chosen], []));
    await screen.findByText(/2 teams care for you/);
    expect(screen.queryByText(/have not decided/)).toBeNull();
  });

  test('says when there is nothing to check', async () => {
    open('/sharing/check', checking([chosen], []));
    await screen.findByText('There is nothing to check');
    await expectNoViolations();
  });
});
