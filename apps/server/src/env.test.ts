import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEnv, SETTINGS } from './env.ts';

const secret = 's'.repeat(32);
const production = {
  NODE_ENV: 'production',
  HELDWELL_DEMO: 'off',
  HELDWELL_SECRET: secret,
  PUBLIC_URL: 'https://a.example',
  SMTP_URL: 'smtp://mail.example',
  VAULT_ADDR: 'https://vault.example:8200',
  VAULT_TOKEN: 'a token',
};

describe('settings', () => {
  it('have sensible values when nothing is set', () => {
    expect(readEnv({})).toMatchObject({
      PORT: 4000,
      PUBLIC_URL: 'http://localhost:4000',
      HELDWELL_DEMO: 'on',
    });
  });

  it('name every one that does not fit, in one go', () => {
    expect(() => readEnv({ PORT: 'http', HELDWELL_DEMO: 'maybe' })).toThrow(
      /PORT.*whole number[\s\S]*HELDWELL_DEMO.*on, off/,
    );
    expect(() => readEnv({ PORT: '70000' })).toThrow(/PORT is “70000”; it takes a port/);
    expect(() => readEnv({ PUBLIC_URL: 'a.example' })).toThrow(/PUBLIC_URL is “a.example”; it takes an http/);
    expect(readEnv({ PUBLIC_URL: 'https://a.example/' }).PUBLIC_URL).toBe('https://a.example');
  });

  it('let production start only without demo people and with a secret and address of its own', () => {
    expect(readEnv(production).NODE_ENV).toBe('production');
    expect(() => readEnv({ ...production, HELDWELL_DEMO: 'on' })).toThrow(/no demo people/);
    expect(() => readEnv({ ...production, HELDWELL_SECRET: '' })).toThrow(/HELDWELL_SECRET must be set/);
    expect(() => readEnv({ ...production, VAULT_ADDR: '' })).toThrow(/VAULT_ADDR must be set/);
    expect(() => readEnv({ ...production, VAULT_TOKEN: '' })).toThrow(/needs VAULT_TOKEN/);
    expect(() => readEnv({ ...production, PUBLIC_URL: 'http://a.example' })).toThrow(/https/);
    expect(() => readEnv({ ...production, SMTP_URL: '' })).toThrow(/SMTP_URL must be set/);
    expect(() => readEnv({ ...production, SMTP_URL: 'mail.example' })).toThrow(/smtp:\/\//);
    expect(readEnv({ ...production, SMTP_URL: 'off' }).SMTP_URL).toBe('off');
  });

  it('want a serving role beside an owner', () => {
    expect(() => readEnv({ DATABASE_OWNER_URL: 'postgres://o@h/d' })).toThrow(/needs DATABASE_URL/);
  });

  it('are documented, each with its meaning and what holds without it', () => {
    const page = readFileSync(new URL('../../../docs/settings.md', import.meta.url), 'utf8');
    const rows = Object.entries(SETTINGS).map(
      ([name, { meaning, fallback }]) =>
        `| \`${name}\` | ${meaning} | ${fallback ? `\`${fallback}\`` : ''} |`,
    );
    expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows);
  });
});
