import { createTransport } from 'nodemailer';

/** A mail, ready to go. */
export interface Mail {
  /** Says which mail this is: handed over twice, it is the same one, also to the server that takes it. */
  key: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Hands mails over. */
export interface Mailer {
  /** @throws Error when it was not taken, without an address in its words. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/** Sends over SMTP, always from the same sender. Two connections at most, so that a mail server is not run down. */
export function smtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    send: async ({ key, to, subject, text, html }) => {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          html,
          messageId: `<${key}@${host}>`,
          // Asks vacation answers and the like to stay silent.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        // The server's own words hold addresses; they stay out of the queue and of the log.
        const { code, responseCode } = error as { code?: string; responseCode?: number };
        throw new Error(
          `The mail server did not take it (${[code, responseCode].filter(Boolean).join(' ')}).`,
        );
      }
    },
    close: () => transport.close(),
  };
}
