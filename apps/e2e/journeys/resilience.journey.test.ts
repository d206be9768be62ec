import type { WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ApiClient } from '../harness/api-client.ts';
import { company } from '../harness/company.ts';
import { Discussion, type Outgoing, outgoing } from '../harness/discussion.ts';
import { Heldwell } from '../harness/heldwell.ts';
import { journey } from '../harness/journey.ts';
import type { Person } from '../harness/person.ts';

/** What a browser says by itself while the server is away. */
const lineIsDown =
  /ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|WebSocket connection|ERR_EMPTY_RESPONSE|ERR_FAILED/;

const inOrder = (all: { position: number }[]) => all.map(({ position }) => position);
const oneToN = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const timesOf = (words: string, all: { text: string }[]) => all.filter(({ text }) => text === words).length;

journey('when things go wrong', () => {
  let heldwell: Heldwell;
  let gareth: ApiClient;
  let discussion: Discussion;
  const people = company(() => heldwell);

  beforeAll(async () => {
    heldwell = await Heldwell.start(inject('freshData'));
    gareth = new ApiClient(heldwell.origin, 'patient');
    await gareth.signIn('gareth.pritchard@example.org');
    discussion = await Discussion.with('FRT', gareth);
  });
  afterAll(() => heldwell?.clear());

  test('a killed server has kept every message it said yes to, and starts again', async () => {
    const before = await discussion.messages();
    const burst = Array.from({ length: 300 }, (_, index) => outgoing(`Burst ${index + 1}`));
    const acknowledged = await sendUntilKilled(burst);
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    expect(acknowledged.length).toBeLessThan(burst.length);
    await heldwell.start();
    const kept = await discussion.messages();
    for (const text of acknowledged) expect(timesOf(text, kept), text).toBe(1);
    expect(inOrder(kept)).toEqual(oneToN(kept.length));
    // Whoever got no answer sends again: what had been stored is not stored twice.
    for (const message of burst.slice(0, 60)) await discussion.send(message);
    const after = await discussion.messages();
    for (const { text } of burst.slice(0, 60)) expect(timesOf(text, after), text).toBe(1);
    expect(after.slice(0, before.length)).toEqual(before);
  });

  /** Eight at a time, and the server is killed in the middle of it; the texts that were said yes to. */
  async function sendUntilKilled(burst: Outgoing[]): Promise<string[]> {
    const acknowledged: string[] = [];
    const waiting = [...burst];
    let killed: Promise<void> | undefined;
    const sender = async () => {
      for (let next = waiting.shift(); next && !killed; next = waiting.shift()) {
        const { text } = next;
        await discussion.send(next).then(
          () => acknowledged.push(text),
          (error: unknown) => {
            if (!killed) throw error;
          },
        );
        if (acknowledged.length >= 40) killed ??= heldwell.kill();
      }
    };
    await Promise.all(Array.from({ length: 8 }, sender));
    await killed;
    return acknowledged;
  }

  test('a restart keeps everything, and everybody stays signed in', async () => {
    const before = await discussion.messages();
    expect(await heldwell.stop()).toBe(0);
    await heldwell.start();
    expect(await discussion.messages()).toEqual(before);
  });

  test('words written while the server is away are kept, sent once, and reach the team', async () => {
    const patient = await people.arrives({ app: 'patient' });
    const professional = await people.arrives({ app: 'professional' });
    for (const person of [patient, professional]) person.watched.expecting(lineIsDown);
    await patient.signsIn('gareth.pritchard@example.org');
    await patient.goesTo(`/messages/${discussion.thread}`);
    await professional.signsIn('tom.bell@example.org');
    await professional.isAt('Inbox');
    const words = 'I wrote this while the line was down.';
    await patient.writes('Write a message', words);
    await heldwell.stop();
    await patient.presses('Send message');
    await patient.sees('Your message was not sent');
    expect(await patient.page.getByLabel(/^Write a message/).inputValue()).toBe(words);
    await patient.keepsPicture('resilience/not-sent', { whole: false });
    await heldwell.start();
    await patient.presses('Try again');
    await patient.page.locator('.hw-message__text', { hasText: words }).waitFor();
    // Its connection tries again by itself, after at most ten seconds and a quarter of them.
    await professional.words(words).waitFor({ timeout: 30_000 });
    expect(timesOf(words, await discussion.messages())).toBe(1);
    expect(await patient.page.locator('.hw-message__text', { hasText: words }).count()).toBe(1);
    await Promise.all([people.leaves(patient), people.leaves(professional)]);
  });

  test('a page whose connection was cut catches up, without gap and without double', async () => {
    const person = await people.arrives({ app: 'patient' });
    const line = await lineOf(person);
    await person.signsIn('gareth.pritchard@example.org');
    await person.goesTo(`/messages/${discussion.thread}`);
    const texts = oneToN(4).map((number) => `After the cut ${number}`);
    const [first = '', ...missed] = texts;
    await discussion.send(outgoing(first));
    await person.sees(first);
    await line.cut();
    for (const text of missed) await discussion.send(outgoing(text));
    expect(await person.seesNow(missed[0] ?? '')).toBe(false);
    line.mend();
    await person.sees(missed.at(-1) ?? '');
    const shown = await person.page.locator('.hw-message__text').allTextContents();
    expect(shown.filter((text) => text.startsWith('After the cut'))).toEqual(texts);
    await people.leaves(person);
  });

  test('“Get help now” opens without a line within a second, after one visit', async () => {
    const person = await people.arrives({ app: 'patient' });
    await person.goesTo('/sign-in');
    await person.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await person.context.setOffline(true);
    const begun = performance.now();
    await person.goesTo('/help');
    await person.sees('Call 999');
    expect(performance.now() - begun).toBeLessThanOrEqual(1_000);
    expect(await person.seesNow('You are offline')).toBe(true);
    await person.keepsPicture('resilience/help-offline');
    await people.leaves(person);
  });
});

/** The person's live connection, to be cut and mended from outside. */
async function lineOf(person: Person): Promise<{ cut(): Promise<void>; mend(): void }> {
  const open = new Set<WebSocketRoute>();
  let isCut = false;
  await person.page.routeWebSocket(/\/graphql$/, (socket) => {
    if (isCut) return void socket.close({ code: 3001 });
    socket.connectToServer();
    open.add(socket);
    return undefined;
  });
  return {
    cut: async () => {
      isCut = true;
      await Promise.all([...open].map((socket) => socket.close({ code: 3001 })));
      open.clear();
    },
    mend: () => {
      isCut = false;
    },
  };
}
