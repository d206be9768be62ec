import { openInstallation } from './api/installation.ts';
import { startServer } from './api/server.ts';
import { prepareDemo } from './database/seed/prepare-demo.ts';
import { readEnv } from './env.ts';
import { StartProblem } from './platform/start-problem.ts';

/** Starts Heldwell, and stops it cleanly on Ctrl-C and SIGTERM; a second signal changes nothing. */
async function main(): Promise<void> {
  const env = readEnv();
  // While it starts, a signal ends the process at once; what was started goes with it.
  let stop = (): void => process.exit(0);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop());
  const lost = (why: string) => stopWith(`The embedded database stopped by itself.\n${why}`);
  const installation = await openInstallation(env, { onLost: lost });
  try {
    const { services } = installation;
    const welcome = await prepareDemo(services, env, (line) => process.stdout.write(`${line}\n`));
    const { HOST: host, PORT: port, PUBLIC_URL: publicUrl, TRUSTED_PROXIES: trustedProxies } = env;
    const sealing = { headsDir: env.HEADS_DIR, signingKeyFile: env.LOG_SIGNING_KEY };
    const options = { services, host, port, publicUrl, trustedProxies, sealing };
    const server = await startServer(options);
    process.stdout.write(welcome);
    await new Promise<void>((resolve) => {
      stop = resolve;
    });
    await server.close();
  } finally {
    await installation.close();
  }
}

function stopWith(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

main().then(
  () => process.exit(0),
  (error: unknown) =>
    stopWith(error instanceof StartProblem ? error.message : ((error as Error).message ?? String(error))),
);
