import type { Mail, Mailer } from '../../src/platform/mailer.ts';

/** A mail server that keeps what it is handed, or refuses it. */
export class KeptMails implements Mailer {
  readonly mails: Mail[] = [];
  failing = false;
  send(mail: Mail): Promise<void> {
    if (this.failing) return Promise.reject(new Error('The mail server did not take it (ETEST).'));
    this.mails.push(mail);
    return Promise.resolve();
  }
  close(): void {
    this.mails.length = 0;
  }
  get to(): string[] {
    return this.mails.map(({ to }) => to).sort();
  }
}
