import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Env, isDemo } from '../env.ts';
import { DEMO_CLIENT, demoIssuers, fetchWithin, peopleIssuer } from '../features/demo-sign-in/index.ts';
import { readSigningKey } from '../features/identity-providers/index.ts';
import type { NationalSettings, ProviderSettings } from '../platform/provider-settings.ts';
import { StartProblem } from '../platform/start-problem.ts';

/** Signing in through others as the settings say; in the demo through stand-ins of this server itself. */
export function signInProviders(env: Env): ProviderSettings {
  const { PUBLIC_URL: publicUrl, HOST: host, PORT: port } = env;
  const demo = isDemo(env);
  const inside = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
  return {
    publicUrl,
    national: nationalOf(env) ?? (demo ? demoNational(publicUrl) : null),
    keys: keysOf(env),
    demoIssuers: demo ? demoIssuers(publicUrl) : null,
    fetch: demo ? fetchWithin(publicUrl, () => inside) : fetch,
  };
}

/** The stand-in as a national sign-in. */
export const demoNational = (publicUrl: string): NationalSettings => ({
  issuer: peopleIssuer(publicUrl),
  clientId: DEMO_CLIENT,
  name: 'Demo sign-in',
});

function nationalOf(env: Env): NationalSettings | null {
  const { NATIONAL_SIGN_IN_ISSUER: issuer, NATIONAL_SIGN_IN_CLIENT_ID: clientId } = env;
  return issuer ? { issuer, clientId, name: env.NATIONAL_SIGN_IN_NAME } : null;
}

function keysOf(env: Env): KeyObject[] {
  const files = env.SIGN_IN_KEYS;
  if (files.length === 0 && env.NODE_ENV === 'production') return [];
  return (files.length > 0 ? files : [generatedKey(env.DATA_DIR)]).map((file) => {
    try {
      return readSigningKey(readFileSync(file, 'utf8'));
    } catch (error) {
      throw new StartProblem(
        `The key file ${file} of SIGN_IN_KEYS cannot be used: ${(error as Error).message}`,
      );
    }
  });
}

/** One key for the life of a data folder; of two processes that start together the first makes it. */
function generatedKey(dataDir: string): string {
  const file = join(dataDir, 'sign-in-key.pem');
  mkdirSync(dataDir, { recursive: true });
  try {
    readFileSync(file);
    return file;
  } catch {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    try {
      writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return file;
  }
}
