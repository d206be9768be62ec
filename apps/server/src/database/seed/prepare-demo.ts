import { type Env, isDemo } from '../../env.ts';
import type { Services } from '../../platform/context.ts';
import { setUpDemoSignIn } from './demo-sign-in.ts';
import { refuseDemoPeople, type Say, seedDemo } from './seed-demo.ts';
import { welcome } from './welcome.ts';

type DemoSettings = Pick<Env, 'NODE_ENV' | 'HELDWELL_DEMO' | 'PUBLIC_URL'>;

/**
 * Makes the demo people where the settings ask for them; what to print when the server is ready.
 * @throws StartProblem in production when the database holds any.
 */
export async function prepareDemo(services: Services, env: DemoSettings, say: Say): Promise<string> {
  const demo = isDemo(env);
  if (env.NODE_ENV === 'production') await refuseDemoPeople(services);
  if (demo) {
    await seedDemo(services, say);
    await setUpDemoSignIn(services, env.PUBLIC_URL);
  }
  return welcome(env.PUBLIC_URL, { demo });
}
