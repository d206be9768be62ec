import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Log } from '../../log-check/chain.ts';
import {
  expectNoViolations,
  findTitle,
  listOf,
  openApp,
  press,
  recordAnswer,
} from '../../testing/open-app.tsx';
import { aSealedLog, recordId } from '../../testing/sealed-log.ts';

function aLook(changes: Record<string, unknown> = {}) {
  return {
    id: 'look-1',
    kind: 'OPENED',
    at: '2026-08-06T13:30:00.000000+00:00',
    person: 'Ngozi Okafor',
    role: 'MEMBER',
    team: 'Fernside Recovery Team',
    organisation: 'Fernside Mental Health NHS Foundation Trust',
    purpose: 'DIRECT_CARE',
    lookedAt: ['RESULTS'],
    opened: null,
    sharingChange: null,
    sharedWith: null,
    labels: [],
    mayQuestion: true,
    question: null,
    ...changes,
  };
}

const parties = recordAnswer({
  accessLogParties: [{ id: 'party-1', name: 'Fernside Recovery Team', isTeam: true }],
});
const open = (nodes: unknown[], more: Record<string, unknown> = {}) =>
  openApp('/sharing/who-looked', {
    WhoLooked: recordAnswer({ accessLog: listOf(nodes) }),
    WhoLookedParties: parties,
    ...more,
  });

describe('who looked', () => {
  test('says in plain words who looked at what and why, and passes axe', async () => {
    const change = { kind: 'SHARED', purpose: 'SHARING', lookedAt: [], mayQuestion: false, team: null };
    open([
      aLook(),
      aLook({ id: 'look-2', lookedAt: ['PLANS', 'MEDICINES', 'RESULTS'], purpose: 'EMERGENCY' }),
      aLook({ id: 'look-3', kind: 'LISTED', lookedAt: ['LIST'], mayQuestion: false }),
      aLook({
        id: 'look-4',
        kind: 'LIVE',
        lookedAt: ['LIVE'],
        mayQuestion: false,
        team: null,
        role: 'CARER',
      }),
      aLook({ id: 'look-5', lookedAt: ['ENTRY'], opened: 'entry-1' }),
      aLook({
        ...{ id: 'look-6', ...change, role: 'PATIENT', sharingChange: 'GRANT_GIVEN' },
        ...{ sharedWith: 'Fernside Recovery Team', labels: ['GENERAL', 'MENTAL_HEALTH'] },
      }),
      aLook({
        id: 'look-7',
        ...change,
        role: 'PATIENT',
        sharingChange: 'RELABELLED',
        labels: ['GENERAL', 'SOCIAL_CARE'],
      }),
    ]);
    await findTitle('Who looked at my record');
    await screen.findByText('Ngozi Okafor, Fernside Recovery Team, looked at your results.');
    const said = (words: string) => expect(screen.getByText(words)).toBeTruthy();
    said('Ngozi Okafor, Fernside Recovery Team, looked at your plans, your medicines and your results.');
    expect(screen.getByText(/They opened your record in an emergency\.$/)).toBeTruthy();
    said('Ngozi Okafor, Fernside Recovery Team, saw your name in a list.');
    said('Ngozi Okafor kept a page of your record open.');
    said('You gave Fernside Recovery Team access: General health and Mental health.');
    said('You moved one thing from General health to Social care.');
    expect(screen.getByRole('link', { name: /See what it was/ }).getAttribute('href')).toBe(
      '/record/entry/entry-1',
    );
    await expectNoViolations();
  });

  test('narrows the list by who, when and what', async () => {
    const { client } = open([aLook()]);
    await screen.findByText('Ngozi Okafor, Fernside Recovery Team, looked at your results.');
    const choose = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    choose('Who', 'party-1');
    choose('What happened', 'SHARED');
    client.answer('WhoLooked', recordAnswer({ accessLog: listOf([]) }));
    choose('When', 'week');
    await screen.findByText('Nothing was found');
    const asked = client.asked.filter(({ name }) => name === 'WhoLooked').at(-1)?.variables;
    expect(asked).toMatchObject({
      party: 'party-1',
      kinds: ['SHARED'],
      from: expect.stringMatching(/^\d{4}-/),
    });
  });

  test('says so while nobody has looked, and when the list cannot be had', async () => {
    const { client } = open([]);
    await screen.findByText('Nobody else has looked yet');
    client.answer('WhoLooked', 'offline');
    openApp('/sharing/who-looked', { WhoLooked: 'offline', WhoLookedParties: parties });
    await screen.findByText(/You are offline, so we cannot load who looked at your record/, undefined, {
      timeout: 8_000,
    });
  });

  test('sends a question about an entry once it has words, and shows what came of it', async () => {
    const answer = { data: { questionAccess: { __typename: 'AccessQuestioned', entry: { id: 'look-1' } } } };
    const { client } = open([aLook()], { QuestionAccess: answer });
    fireEvent.click(await screen.findByText('I do not recognise this'));
    press('Send my question');
    await screen.findByRole('link', { name: 'Write what you want to ask' });
    fireEvent.change(screen.getByLabelText('What do you want to ask?'), {
      target: { value: ' Who is this? ' },
    });
    const question = {
      words: 'Who is this?',
      askedAt: '2026-08-07T09:00:00.000000+00:00',
      organisation: 'Fernside Mental Health NHS Foundation Trust',
      ...{ outcome: null, answer: null, answeredBy: null, answeredAt: null },
    };
    client.answer(
      'WhoLooked',
      recordAnswer({ accessLog: listOf([aLook({ mayQuestion: false, question })]) }),
    );
    press('Send my question');
    await screen.findByText(/has not answered yet/);
    expect(client.asked.find(({ name }) => name === 'QuestionAccess')?.variables).toMatchObject({
      input: { entry: 'look-1', words: 'Who is this?' },
    });
    const answered = {
      ...question,
      ...{ outcome: 'WRONG', answer: 'They opened the wrong record.', answeredBy: 'Paula Reid' },
      answeredAt: '2026-08-08T09:00:00.000000+00:00',
    };
    client.answer(
      'WhoLooked',
      recordAnswer({ accessLog: listOf([aLook({ mayQuestion: false, question: answered })]) }),
    );
    client.refresh.send('sharing');
    await screen.findByText('This should not have happened.');
    expect(screen.getByText('They opened the wrong record.')).toBeTruthy();
    await expectNoViolations();
  });
});

const chainAnswer = ({ head, places }: Log) => ({
  data: { viewer: { record: { id: recordId, accessLogHead: head, accessLogChain: places } } },
});

describe('checking the list', () => {
  beforeEach(() => window.localStorage.clear());

  test('finds it whole, remembers how long it is, and says when it has become shorter', async () => {
    const { log, key } = await aSealedLog(3);
    const { client } = openApp('/sharing/who-looked/check', { LogChain: chainAnswer(log) });
    await findTitle('Check or download the list');
    press('Check that nothing was changed');
    await screen.findByText('Nothing was changed');
    expect(screen.getByText('The signature is right.')).toBeTruthy();
    await expectNoViolations();
    const { log: shorter } = await aSealedLog(2, { key });
    client.answer('LogChain', chainAnswer(shorter));
    press('Check that nothing was changed');
    await screen.findByText('The list has become shorter: it had 3 entries, and now has 2');
    // What was found wrong is not remembered as right.
    press('Check that nothing was changed');
    await waitFor(() => expect(client.asked).toHaveLength(3));
    await screen.findByText(/become shorter/);
  });

  test('names the entry that was changed, and says when it could not ask', async () => {
    const { log } = await aSealedLog(3);
    const places = log.places.map((place) =>
      place.position === 2 ? { ...place, content: place.content.replace('Okafor', 'Nobody') } : place,
    );
    const { client } = openApp('/sharing/who-looked/check', { LogChain: chainAnswer({ ...log, places }) });
    await findTitle('Check or download the list');
    press('Check that nothing was changed');
    await screen.findByText('Entry 2 is not as it was written down');
    client.answer('LogChain', 'offline');
    press('Check that nothing was changed');
    await screen.findByText('We could not check the list');
    await expectNoViolations();
  });
});
