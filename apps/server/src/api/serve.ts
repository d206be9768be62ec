import { type Env, isDemo } from '../env.ts';
import type { DemoCast } from '../features/demo-sign-in/index.ts';
import { startRemoving } from '../features/documents/index.ts';
import { demoMailbox, mailTasks } from '../features/mail/index.ts';
import { noticeTasks } from '../features/notifications/index.ts';
import type { Services } from '../platform/context.ts';
import { type Jobs, startJobs } from '../platform/jobs.ts';
import { smtpMailer } from '../platform/mailer.ts';
import { startServer } from './server.ts';

/** What a server process does: it answers, and works off the jobs that changes leave behind. */
export async function serve(
  services: Services,
  env: Env,
  cast: DemoCast,
): Promise<{ close(): Promise<void> }> {
  const { HOST: host, PORT: port, PUBLIC_URL: publicUrl, TRUSTED_PROXIES: trustedProxies } = env;
  const sealing = { headsDir: env.HEADS_DIR, signingKeyFile: env.LOG_SIGNING_KEY };
  const options = { services, host, port, publicUrl, trustedProxies, sealing };
  const freeQueries = env.ALLOW_FREE_QUERIES === '1';
  const server = await startServer({
    ...options,
    freeQueries,
    demo: isDemo(env),
    ...(isDemo(env) && { cast }),
  });
  try {
    const jobs = await startMailing(services, env);
    const removing = startRemoving(services);
    return {
      close: async () => {
        removing.close();
        await jobs.close();
        await server.close();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Starts the jobs with the roads their mails take: to people by the mail server, to the demo's into its mailbox. */
async function startMailing(services: Services, env: Env): Promise<Jobs> {
  const { SMTP_URL: url, MAIL_FROM: from, PUBLIC_URL: publicUrl } = env;
  const people = url && url !== 'off' ? smtpMailer({ url, from }) : undefined;
  const demo = isDemo(env) ? demoMailbox(services) : undefined;
  const roads = { people, demo, publicUrl };
  const tasks = { ...noticeTasks(services, roads), ...mailTasks(services, roads) };
  const jobs = await startJobs(services.database, tasks);
  return {
    close: async () => {
      await jobs.close();
      people?.close();
    },
  };
}
