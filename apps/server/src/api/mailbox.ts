import type { FastifyInstance } from 'fastify';
import { type DemoMail, demoMails, escaped } from '../features/mail/index.ts';
import type { Services } from '../platform/context.ts';

/** A page of text: no script, no form, no frame. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves `/mailbox`: what the demo would have sent, for anybody to read. Never called in production. */
export function serveMailbox(http: FastifyInstance, services: Services): void {
  http.get('/mailbox', async (_request, reply) => {
    reply.header('content-security-policy', POLICY);
    reply.header('cache-control', 'no-store');
    return reply.type('text/html; charset=utf-8').send(pageOf(await demoMails(services)));
  });
}

const pageOf = (mails: readonly DemoMail[]): string => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Demo mailbox – Heldwell</title>
    <link rel="icon" href="/front/mark.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/front/front.css" />
  </head>
  <body>
    <a class="skip" href="#main">Skip to main content</a>
    <main id="main" class="width">
      <p><a href="/">Back to the front page</a></p>
      <h1>Demo mailbox</h1>
      <p class="lead">
        The e-mails this demo would have sent, newest first. They say that something changed, and never what. No e-mail leaves
        this computer.
      </p>
      ${mails.length === 0 ? '<p>There are no e-mails yet.</p>' : `<ol class="mails" reversed>${mails.map(itemOf).join('')}</ol>`}
    </main>
  </body>
</html>
`;

const itemOf = ({ address, subject, body, sent_at: at }: DemoMail): string => `
        <li class="mail">
          <h2>${escaped(subject)}</h2>
          <p>To <bdi>${escaped(address)}</bdi>, <time datetime="${at.toISOString()}">${timeOf(at)}</time></p>
          <div class="words">${body.split('\n').filter(Boolean).map(lineOf).join('\n')}</div>
        </li>`;

const timeOf = (at: Date): string =>
  at.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });

/** A line of its own with an address alone is a link, as mail programs make it. */
const lineOf = (line: string): string =>
  /^https?:\/\/\S+$/.test(line)
    ? `<p><a href="${escaped(line)}">${escaped(line)}</a></p>`
    : `<p>${escaped(line)}</p>`;
