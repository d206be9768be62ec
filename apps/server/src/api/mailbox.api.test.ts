import { describe, expect, it } from 'vitest';
import { aServer } from '../../test/harness/a-server.ts';
import { demoMailbox } from '../features/mail/index.ts';

describe('the mailbox of the demo', () => {
  it('shows what would have been sent, as text that can do nothing, and the front page leads to it', async () => {
    const server = await aServer(undefined, { demo: true });
    const visitor = server.asNobody('PATIENT');
    const empty = await (await visitor.fetch('/mailbox')).text();
    expect(empty).toContain('There are no e-mails yet.');
    const mail = { to: 'a@example.org', html: '', text: 'Words\n\nhttp://localhost:4000/patient/notices\n' };
    const mailbox = demoMailbox(server.db.services);
    await mailbox.send({ ...mail, key: '1', subject: 'The older one' });
    await mailbox.send({ ...mail, key: '2', subject: '<script>alert(1)</script>' });
    const answer = await visitor.fetch('/mailbox');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const page = await answer.text();
    expect(page).not.toContain('<script');
    expect(page).toContain('<h2>&lt;script&gt;alert(1)&lt;/script&gt;</h2>');
    expect(page.indexOf('&lt;script')).toBeLessThan(page.indexOf('The older one'));
    expect(page).toContain('<a href="http://localhost:4000/patient/notices">');
    expect(await (await visitor.fetch('/')).text()).toContain('<a href="/mailbox">');
  });

  it('is not there without the demo, and nothing leads to it', async () => {
    const visitor = (await aServer()).asNobody('PATIENT');
    expect((await visitor.fetch('/mailbox')).status).toBe(404);
    const front = await visitor.fetch('/');
    expect(front.status).toBe(200);
    const page = await front.text();
    expect(page).toContain('Choose your door');
    expect(page.toLowerCase()).not.toContain('mailbox');
    expect((await visitor.fetch('/front/front.css')).status).toBe(200);
  });
});
