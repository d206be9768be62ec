import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/harness/a-database.ts';
import { KeptMails } from '../../../test/harness/kept-mails.ts';
import { asSystem, statementsOf } from '../../platform/as-system.ts';
import { type Jobs, startJobs } from '../../platform/jobs.ts';
import { logger } from '../../platform/logger.ts';
import { mailTasks, postMail } from './index.ts';

const publicUrl = 'https://record.example.org';
const mail = {
  to: 'zq.person@example.org',
  words: { subject: 'Confirm', what: ['Type this code.'], code: 'ZQCODE', link: '/patient/zqlink' },
};

let db: TestDatabase;
let jobs: Jobs | undefined;
beforeAll(async () => {
  // A mail server fails here on purpose.
  logger.level = 'silent';
  db = await aDatabase();
});
afterAll(() => jobs?.close());

const post = (then: () => void = () => undefined) =>
  asSystem(db.services.database, 'a test posts a mail', async (manager) => {
    await postMail(statementsOf(manager, db.sealing), mail);
    then();
  });
const waiting = () => db.rows<{ address: Buffer; words: Buffer }>('select * from heldwell.outgoing_mail');

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('It did not come to be.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('a mail is posted with what it is about, or not at all', async () => {
  const undone = post(() => {
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await waiting()).toEqual([]);
  await post();
  expect(await waiting()).toHaveLength(1);
});

it('a mail that waits says nothing to a reader of the database', async () => {
  const stored = Buffer.concat((await waiting()).flatMap(({ address, words }) => [address, words]));
  const text = stored.toString('latin1').toLowerCase();
  for (const canary of ['zq.person', 'zqcode', 'zqlink', 'confirm']) expect(text).not.toContain(canary);
});

it('a mail waits for a mail server that is down, goes once, and is forgotten', async () => {
  const people = new KeptMails();
  people.failing = true;
  jobs = await startJobs(
    db.services.database,
    mailTasks(db.services, { people, demo: undefined, publicUrl }),
  );
  await until(async () => {
    const [job] = await db.rows<{ attempts: number }>('select attempts from heldwell_jobs._private_jobs');
    return (job?.attempts ?? 0) > 0;
  });
  expect(await waiting()).toHaveLength(1);
  people.failing = false;
  await db.rows('update heldwell_jobs._private_jobs set run_at = now()');
  await until(async () => (await waiting()).length === 0);
  expect(people.to).toEqual([mail.to]);
  const [sent] = people.mails;
  expect(sent?.text).toContain('ZQCODE');
  expect(sent?.text).toContain('https://record.example.org/patient/zqlink');
  expect(sent?.html).toContain('We never ask for a password or a code by e-mail');
});
