import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mail, smtpMailer } from './mailer.ts';

describe('the mail server', () => {
  const taken: string[] = [];
  let smtp: Server;
  let port = 0;
  let refuses = false;
  beforeAll(async () => {
    smtp = createServer((socket) => {
      let writing = false;
      socket.setEncoding('utf8').write('220 mail.test\r\n');
      socket.on('error', () => undefined);
      socket.on('data', (chunk: string) => {
        taken.push(chunk);
        if (writing && !chunk.includes('\r\n.\r\n')) return;
        if (writing) socket.write('250 taken\r\n');
        else if (/^DATA/.test(chunk)) socket.write('354 go on\r\n');
        else if (/^RCPT/.test(chunk) && refuses) socket.write('550 no person@example.org here\r\n');
        else socket.write('250 ok\r\n');
        writing = !writing && /^DATA/.test(chunk);
      });
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    port = (smtp.address() as { port: number }).port;
  });
  afterAll(() => smtp.close());

  it('gets each mail from the one sender under a name of its own, and its refusal is told without the address', async () => {
    const mailer = smtpMailer({
      url: `smtp://127.0.0.1:${port}`,
      from: 'Heldwell <notices@record.example.org>',
    });
    const words = { subject: 'Something changed', text: 'Sign in.', html: '<p>Sign in.</p>' };
    const mail: Mail = { key: 'notice.1', to: 'person@example.org', ...words };
    await mailer.send(mail);
    const sent = taken.join('').replaceAll('\r\n ', ' ');
    expect(sent).toContain('MAIL FROM:<notices@record.example.org>');
    expect(sent).toContain('RCPT TO:<person@example.org>');
    expect(sent.replaceAll('  ', ' ')).toContain(`Message-ID: <${mail.key}@record.example.org>`);
    expect(sent).toContain('Auto-Submitted: auto-generated');
    refuses = true;
    await expect(mailer.send(mail)).rejects.toThrow(/^The mail server did not take it \(EENVELOPE 550\)\.$/);
    mailer.close();
  });
});
