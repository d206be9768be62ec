import { resolve } from 'node:path';

/** A setting as the documentation shows it: its meaning, and what holds when it is not set. */
interface Setting<T> {
  meaning: string;
  fallback: string;
  read(value: string): T;
}

const text = (meaning: string, fallback = ''): Setting<string> => ({ meaning, fallback, read: (v) => v });

function wholeNumber(meaning: string, fallback: string): Setting<number> {
  const read = (value: string) => {
    if (!/^\d+$/.test(value)) throw new Error(`is “${value}”; it takes a whole number`);
    return Number(value);
  };
  return { meaning, fallback, read };
}

function port(meaning: string, fallback: string): Setting<number> {
  const whole = wholeNumber(meaning, fallback);
  const read = (value: string) => {
    const number = whole.read(value);
    if (number < 1 || number > 65_535) throw new Error(`is “${value}”; it takes a port from 1 to 65535`);
    return number;
  };
  return { ...whole, read };
}

/** The address of a site, kept without a slash at its end. */
function address(meaning: string): Setting<string> {
  const read = (value: string) => {
    if (value !== '' && !(/^https?:\/\/./.test(value) && URL.canParse(value)))
      throw new Error(`is “${value}”; it takes an http:// or https:// address`);
    return value.replace(/\/+$/, '');
  };
  return { meaning, fallback: '', read };
}

/** Words with commas between them. */
const list = (meaning: string): Setting<readonly string[]> => ({
  meaning,
  fallback: '',
  read: (value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
});

function oneOf<T extends string>(meaning: string, choices: readonly [T, ...T[]]): Setting<T> {
  const read = (value: string) => {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw new Error(`is “${value}”; it takes one of ${choices.join(', ')}`);
    return found;
  };
  return { meaning, fallback: choices[0], read };
}

/** Every setting there is. `docs/settings.md` is this table; a test holds the two together. */
export const SETTINGS = {
  PORT: port('Port of the one address that serves the apps and the API.', '4000'),
  HOST: text('Address to listen on; `127.0.0.1` keeps it on this machine.', '127.0.0.1'),
  TRUSTED_PROXIES: list(
    'Addresses or networks of the proxies in front, such as `10.0.0.7,10.1.0.0/16`: theirs is the word on who asks. Empty: none.',
  ),
  PUBLIC_URL: address(
    'The address people use, such as `https://record.example.org`. Empty: `http://localhost:PORT`.',
  ),
  DATA_DIR: text('Folder of the embedded database and of generated secrets.', '.data'),
  DATABASE_URL: text(
    'PostgreSQL 15 or newer instead of the embedded one. Beside `DATABASE_OWNER_URL` it is the serving role; alone it is the owner.',
  ),
  DATABASE_OWNER_URL: text('The role that migrates and makes the serving roles.'),
  DATABASE_POOL: wholeNumber(
    'Connections a server process keeps open to serve people; a quarter as many more deliver to their streams.',
    '16',
  ),
  REDIS_URL: text('Redis for live events between server processes. Empty: PostgreSQL LISTEN and NOTIFY.'),
  HELDWELL_SECRET: text(
    'At least 32 characters, the same for every server process. Empty: generated in `DATA_DIR` (not allowed in production).',
  ),
  HEADS_DIR: text(
    'Folder for the signed heads of the access log, best kept or copied where the database cannot be reached. Empty: `heads` in `DATA_DIR`.',
  ),
  LOG_SIGNING_KEY: text(
    'File with the Ed25519 private key (PEM) that signs those heads. Empty: derived from `HELDWELL_SECRET`.',
  ),
  DOCUMENTS_DIR: text(
    'Folder for the files people put up, sealed; with several server processes one that all of them share. Empty: `documents` in `DATA_DIR`.',
  ),
  DOCUMENT_MOST_MB: wholeNumber('Most megabytes of one file that people put up.', '25'),
  VAULT_ADDR: text(
    'HashiCorp Vault whose transit engine holds the master key, such as `https://vault.example.org:8200`. Empty: a file in `DATA_DIR` (not allowed in production).',
  ),
  VAULT_TOKEN: text('A token that may encrypt, decrypt and rewrap with that key.'),
  VAULT_KEY: text('Name of the transit key.', 'heldwell'),
  HELDWELL_DEMO: oneOf('Whether the first start makes the demo people and their story.', ['on', 'off']),
  SMTP_URL: text(
    'The mail server that notices go out by, such as `smtps://name:password@mail.example.org`. `off` sends none. Empty: none, or the demo’s mailbox page (not allowed in production).',
  ),
  MAIL_FROM: text(
    'The one sender of every mail; people are told to expect no other.',
    'Heldwell <notices@localhost>',
  ),
  ALLOW_FREE_QUERIES: oneOf(
    '`1` lets sessions of the apps send any document, to try the schema out; else only those the apps are known to send (not allowed in production).',
    ['0', '1'],
  ),
  RATE_LIMITS: oneOf(
    'Whether too many tries of a sign-in, a code or a look-up make people wait. `off` is for measuring (not allowed in production).',
    ['on', 'off'],
  ),
  NATIONAL_SIGN_IN_ISSUER: text(
    'Address of the national sign-in (OpenID Connect with vectors of trust). Empty: none, or the demo’s stand-in.',
  ),
  NATIONAL_SIGN_IN_CLIENT_ID: text('What the national sign-in knows this installation by.'),
  NATIONAL_SIGN_IN_NAME: text('What people know it by: they read “Continue with” and this.'),
  SIGN_IN_KEYS: list(
    'Files with the RSA private keys (PEM) this installation proves itself with to sign-in providers; the first signs, those after it are published beside it at `/.well-known/jwks.json`. Empty: generated in `DATA_DIR`; in production none, so that nobody signs in by a provider.',
  ),
  LOG_LEVEL: oneOf('How much the server writes to its log.', ['warn', 'info', 'debug', 'error', 'silent']),
  NODE_ENV: oneOf('`production` refuses demo people, generated secrets and a master key in a file.', [
    'development',
    'production',
    'test',
  ]),
} as const;

type Values = { [K in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[K]['read']> };
/** The settings of this process, checked. */
export type Env = Readonly<Values>;

/**
 * Reads and checks every setting at once.
 * @throws Error with one line for each setting that does not fit.
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const problems: string[] = [];
  const values = Object.entries(SETTINGS).map(([name, setting]: [string, Setting<unknown>]) => {
    const given = source[name];
    try {
      return [name, setting.read(given === undefined || given === '' ? setting.fallback : given)];
    } catch (error) {
      problems.push(`The setting ${name} ${(error as Error).message}.`);
      return [name, undefined];
    }
  });
  const env = Object.fromEntries(values) as Values;
  problems.push(...contradictions(env));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return {
    ...env,
    DATA_DIR: resolve(env.DATA_DIR),
    HEADS_DIR: resolve(env.HEADS_DIR || `${env.DATA_DIR}/heads`),
    DOCUMENTS_DIR: resolve(env.DOCUMENTS_DIR || `${env.DATA_DIR}/documents`),
    PUBLIC_URL: env.PUBLIC_URL || `http://localhost:${env.PORT}`,
  };
}

/** Whether the demo story is told by these settings, with a mailbox page for its people. */
export const isDemo = (env: Pick<Env, 'HELDWELL_DEMO' | 'NODE_ENV'>): boolean =>
  env.HELDWELL_DEMO === 'on' && env.NODE_ENV !== 'production';

/** Whether mails go anywhere by these settings: to people by a mail server, or into the demo's mailbox. */
export const sendsMails = (env: Pick<Env, 'SMTP_URL' | 'HELDWELL_DEMO' | 'NODE_ENV'>): boolean =>
  env.SMTP_URL !== 'off' && (env.SMTP_URL !== '' || isDemo(env));

function contradictions(env: Values): string[] {
  const problems: string[] = [];
  if (env.DATABASE_OWNER_URL && !env.DATABASE_URL) {
    problems.push('DATABASE_OWNER_URL needs DATABASE_URL beside it: the role that serves.');
  }
  if (env.HELDWELL_SECRET && env.HELDWELL_SECRET.length < 32) {
    problems.push('HELDWELL_SECRET is too short; it takes at least 32 characters.');
  }
  if (env.SMTP_URL && env.SMTP_URL !== 'off' && !/^smtps?:\/\/./.test(env.SMTP_URL)) {
    problems.push('SMTP_URL must be an smtp:// or smtps:// address, or off.');
  }
  if (env.NATIONAL_SIGN_IN_ISSUER && !(env.NATIONAL_SIGN_IN_CLIENT_ID && env.NATIONAL_SIGN_IN_NAME)) {
    problems.push(
      'NATIONAL_SIGN_IN_ISSUER needs NATIONAL_SIGN_IN_CLIENT_ID and NATIONAL_SIGN_IN_NAME beside it.',
    );
  }
  if (env.VAULT_ADDR && !env.VAULT_TOKEN) problems.push('VAULT_ADDR needs VAULT_TOKEN beside it.');
  if (env.NODE_ENV !== 'production') return problems;
  if (env.HELDWELL_DEMO === 'on')
    problems.push('In production there are no demo people: set HELDWELL_DEMO=off.');
  if (env.ALLOW_FREE_QUERIES === '1')
    problems.push('In production sessions send registered documents alone: leave ALLOW_FREE_QUERIES out.');
  if (env.RATE_LIMITS === 'off')
    problems.push('In production tries are limited: RATE_LIMITS=off is for measuring.');
  if (!env.HELDWELL_SECRET)
    problems.push('In production HELDWELL_SECRET must be set: a generated one is for development.');
  if (!env.SMTP_URL)
    problems.push(
      'In production SMTP_URL must be set: people are told by e-mail when access changes. With SMTP_URL=off they are told in the apps alone.',
    );
  if (!env.VAULT_ADDR)
    problems.push('In production VAULT_ADDR must be set: a master key in a file is for development.');
  if (env.NATIONAL_SIGN_IN_ISSUER && !env.NATIONAL_SIGN_IN_ISSUER.startsWith('https://'))
    problems.push('In production NATIONAL_SIGN_IN_ISSUER must be an https:// address.');
  if (env.NATIONAL_SIGN_IN_ISSUER && env.SIGN_IN_KEYS.length === 0)
    problems.push('In production SIGN_IN_KEYS must be set beside NATIONAL_SIGN_IN_ISSUER.');
  if (!env.PUBLIC_URL.startsWith('https://'))
    problems.push('In production PUBLIC_URL must be an https:// address.');
  return problems;
}
