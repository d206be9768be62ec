import { openInstallation } from './api/installation.ts';
import { serve } from './api/serve.ts';
import { prepareDemo } from './database/seed/prepare-demo.ts';
import { SIGN_IN_CAST } from './database/seed/story/sign-in-cast.ts';
import { readEnv } from './env.ts';
import { StartProblem } from './platform/start-problem.ts';

/** Starts Heldwell, and stops it cleanly on Ctrl-C and SIGTERM; a second signal changes nothing. */
async function main(): Promise<void> {
  const env = readEnv();
  // Until it serves, a signal ends the process at once; what was started goes with it.
  let stop = (): void => process.exit(0);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop());
  const lost = (why: string) => stopWith(`The embedded database stopped by itself.\n${why}`);
  const installation = await openInstallation(env, { onLost: lost });
  try {
    const { services } = installation;
    const welcome = await prepareDemo(services, env, (line) => process.stdout.write(`${line}\n`));
    const asked = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const serving = await serve(services, env, SIGN_IN_CAST);
    process.stdout.write(welcome);
    await asked;
    await serving.close();
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
