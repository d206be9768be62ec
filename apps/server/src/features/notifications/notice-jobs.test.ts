import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aProfessional, aTeam, type MadePerson, type MadeTeam } from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import { anotherProcess } from '../../../test/harness/another-process.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { SHARE } from '../../../test/harness/commands.ts';
import { KeptMails } from '../../../test/harness/kept-mails.ts';
import { writeId } from '../../platform/global-id.ts';
import { type Jobs, startJobs, type Tasks } from '../../platform/jobs.ts';
import { logger } from '../../platform/logger.ts';
import type { Mailer } from '../../platform/mailer.ts';
import { demoMailbox } from '../mail/index.ts';
import { noticeTasks } from './index.ts';
import { noticeMail } from './notice-mail.ts';

const publicUrl = 'https://record.example.org';
const STREAM = 'subscription { noticeAdded { unreadCount notice { kind recordName granteeName } } }';

let server: TestServer;
let team: MadeTeam;
let patient: MadePatient;
let member: MadePerson;
let owner: AppClient;
const running: Jobs[] = [];
const queued = () =>
  server.db.rows<{ attempts: number; last_error: string | null }>(
    'select attempts, last_error from heldwell_jobs._private_jobs',
  );

beforeAll(async () => {
  // Jobs fail here on purpose.
  logger.level = 'silent';
  server = await aServer();
});
/** Before the database is dropped. */
afterAll(() => Promise.all(running.map((jobs) => jobs.close())));

async function aScene(): Promise<void> {
  team = await aTeam(server.db, { name: 'Team Zqsecretteam' });
  patient = await aPatient(server.db).named('Zqgiven', 'Zqfamily').withEntry().stored();
  member = await aProfessional(server.db, { team });
  owner = await server.asPerson(patient.email, 'PATIENT');
}
const share = () =>
  owner.graphql(SHARE, {
    input: { id: randomUUID(), team: writeId('TEAM', team.id), labels: ['MENTAL_HEALTH'], rights: ['SEE'] },
  });

async function work(tasks: Tasks): Promise<Jobs> {
  const jobs = await startJobs(server.db.services.database, tasks);
  running.push(jobs);
  return jobs;
}
const mailingTo = (people: Mailer | undefined, demo?: Mailer) =>
  noticeTasks(server.db.services, { people, demo, publicUrl });

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('It did not come to be.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const untilDone = () => until(async () => (await queued()).length === 0);

describe('the mail about a notice', () => {
  it('goes once to each who was told, and says nothing of what changed', async () => {
    await aScene();
    const kept = new KeptMails();
    const jobs = await work(mailingTo(kept));
    await share();
    await untilDone();
    expect(kept.to).toEqual([member.email, patient.email].sort());
    const words = JSON.stringify(kept.mails.map(({ to: _to, ...rest }) => rest));
    for (const canary of ['zqgiven', 'zqfamily', 'zqsecretteam', 'mental', 'health', team.code, patient.id]) {
      expect(words.toLowerCase()).not.toContain(canary.toLowerCase());
    }
    const { viewer } = await owner.graphql('{ viewer { notices { nodes { reference } } } }');
    const mine = kept.mails.find(({ to }) => to === patient.email);
    expect(mine?.text).toContain(viewer.notices.nodes[0].reference);
    expect(mine?.text).toContain('https://record.example.org/patient/notices');
    expect(mine?.html).toContain('href="https://record.example.org/patient/notices"');
    await jobs.close();
  });

  it('is sent after a crash between the change and the sending, and not twice', async () => {
    await aScene();
    await share();
    expect((await queued()).length).toBeGreaterThan(0);
    const kept = new KeptMails();
    const first = await work(mailingTo(kept));
    await untilDone();
    await first.close();
    // As if the process had died after sending: its jobs are in the queue again.
    await server.db.rows(
      `select heldwell_jobs.add_job('mailNotice', json_build_object('notice', id)) from heldwell.notice`,
    );
    const second = await work(mailingTo(kept));
    await untilDone();
    await second.close();
    expect(kept.to).toEqual([member.email, patient.email].sort());
  });

  it('is taken over at once from a process that died in the middle of it', async () => {
    await aScene();
    await share();
    await server.db.rows(
      `update heldwell_jobs._private_jobs set locked_by = 'pool-of-a-dead-process', locked_at = now(), attempts = 1`,
    );
    const kept = new KeptMails();
    const jobs = await work(mailingTo(kept));
    await untilDone();
    expect(kept.mails).toHaveLength(2);
    // One that is alive keeps what it holds.
    const other = await work({
      ...mailingTo(kept),
      rest: () => new Promise((resolve) => setTimeout(resolve, 1_000)),
    });
    await server.db.rows(`select heldwell_jobs.add_job('rest')`);
    await until(async () => (await queued())[0]?.attempts === 1);
    await (await work(mailingTo(kept))).close();
    const [held] = await server.db.rows('select locked_by from heldwell_jobs._private_jobs');
    expect(held).toMatchObject({ locked_by: expect.stringMatching(/^pool-/) });
    await untilDone();
    await Promise.all([jobs.close(), other.close()]);
  });

  it('is tried again when the mail server does not take it, and tells the queue no address', async () => {
    await aScene();
    const kept = new KeptMails();
    kept.failing = true;
    const jobs = await work(mailingTo(kept));
    await share();
    await until(async () => (await queued()).filter(({ last_error }) => last_error).length === 2);
    const waiting = await queued();
    expect(waiting.map(({ last_error }) => last_error)).toEqual(
      waiting.map(() => 'The mail server did not take it (ETEST).'),
    );
    kept.failing = false;
    await server.db.rows('update heldwell_jobs._private_jobs set run_at = now()');
    await untilDone();
    expect(kept.mails).toHaveLength(2);
    await jobs.close();
  });

  it('of the demo goes to its mailbox, once, where the newest are kept', async () => {
    await aScene();
    await share();
    const mailbox = demoMailbox(server.db.services);
    const jobs = await work(mailingTo(undefined, mailbox));
    await untilDone();
    await jobs.close();
    const addresses = async () =>
      (await server.db.rows<{ address: string }>('select address from heldwell.demo_mail')).map(
        ({ address }) => address,
      );
    expect((await addresses()).sort()).toEqual([member.email, patient.email].sort());
    const mail = noticeMail(
      { id: randomUUID(), app: 'CARER', kind: 'ACCESS_GIVEN', email: 'a@example.org' },
      publicUrl,
    );
    for (let turn = 0; turn < 3; turn += 1) await mailbox.send(mail);
    expect(await addresses()).toHaveLength(3);
    for (let turn = 0; turn < 250; turn += 1) await mailbox.send({ ...mail, key: `${turn}` });
    expect((await addresses()).length).toBeLessThanOrEqual(200);
  });
});

describe('access that ends by its time', () => {
  it('is told to both sides when it does', async () => {
    await aScene();
    const jobs = await work(mailingTo(undefined));
    const until = new Date(Date.now() + 600).toISOString();
    await owner.graphql(SHARE, {
      input: {
        id: randomUUID(),
        team: writeId('TEAM', team.id),
        labels: ['GENERAL'],
        rights: ['SEE'],
        validUntil: until,
      },
    });
    const staff = await server.asPerson(member.email, 'PROFESSIONAL');
    const kinds = async (client: AppClient) =>
      (await client.graphql('{ viewer { notices { nodes { kind } } } }')).viewer.notices.nodes.map(
        ({ kind }: { kind: string }) => kind,
      );
    expect(await kinds(staff)).toEqual(['ACCESS_GIVEN']);
    await untilDone();
    const ended = ['ACCESS_ENDED', 'ACCESS_GIVEN'];
    expect([await kinds(owner), await kinds(staff)]).toEqual([ended, ended]);
    await jobs.close();
  });

  it('is not told where it was prolonged in time', async () => {
    await aScene();
    const input = { team: writeId('TEAM', team.id), labels: ['GENERAL'], rights: ['SEE'] };
    const inTime = (ms: number) => new Date(Date.now() + ms).toISOString();
    for (const validUntil of [inTime(500), inTime(3_600_000)]) {
      await owner.graphql(SHARE, { input: { ...input, id: randomUUID(), validUntil } });
    }
    const jobs = await work(mailingTo(undefined));
    await until(async () => (await queued()).length === 1);
    const { viewer } = await owner.graphql('{ viewer { notices { nodes { kind } } } }');
    expect(viewer.notices.nodes).toEqual([{ kind: 'ACCESS_CHANGED' }, { kind: 'ACCESS_GIVEN' }]);
    await jobs.close();
    await server.db.rows('delete from heldwell_jobs._private_jobs');
  });
});

describe('the live stream of notices', () => {
  it('tells each side on every process, and ends with the session', async () => {
    await aScene();
    const jobs = await work(mailingTo(undefined));
    const elsewhere = await anotherProcess(server.db);
    const staff = await elsewhere.asPerson(member.email, 'PROFESSIONAL');
    const streams = [owner.subscribe(STREAM), staff.subscribe(STREAM)];
    for (const stream of streams) {
      expect(await stream.next()).toEqual({ noticeAdded: { unreadCount: 0, notice: null } });
    }
    await share();
    const [mine, theirs] = await Promise.all(streams.map((stream) => stream.next()));
    const one = { kind: 'ACCESS_GIVEN', granteeName: team.name };
    expect(mine).toEqual({ noticeAdded: { unreadCount: 1, notice: { ...one, recordName: null } } });
    expect(theirs).toEqual({
      noticeAdded: { unreadCount: 1, notice: { ...one, recordName: 'Zqgiven Zqfamily' } },
    });
    const { viewer } = await staff.graphql('{ viewer { notices { nodes { id } } } }');
    await staff.graphql(
      'mutation ($id: ID!) { markNoticesRead(input: { notices: [$id] }) { unreadCount } }',
      {
        id: viewer.notices.nodes[0].id,
      },
    );
    expect(await streams[1]?.next()).toEqual({ noticeAdded: { unreadCount: 0, notice: null } });
    await staff.graphql('mutation { signOut }');
    expect(await streams[1]?.ended()).toBe('COMPLETE');
    expect(streams[0]?.unread).toBe(0);
    await jobs.close();
  });

  it('opens for nobody who is not signed in', async () => {
    const stream = server.asNobody('PATIENT').subscribe(STREAM);
    await expect(stream.next()).rejects.toThrow(/UNAUTHENTICATED/);
    expect(await stream.ended()).toBe('COMPLETE');
  });
});
