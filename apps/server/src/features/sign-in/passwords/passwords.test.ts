import { describe, expect, it } from 'vitest';
import { hashPassword, passwordFits, passwordProblem } from './passwords.ts';

describe('a new password', () => {
  it.each([
    'password1234',
    'PasswordPassword',
    'p@ssw0rd1234',
    '123456789012',
    'qwertyuiopas',
    'liverpool123',
    'footballliverpool',
    'administrator',
    'abcabcabcabc',
    'aaaaaaaaaaaa',
    'heldwell2026!',
    '1qaz2wsx3edc',
    '!!sunshine!!',
  ])('is refused when people try it first: %s', (password) => {
    expect(passwordProblem(password)).toMatch(/try first/);
  });

  it.each([
    'correct horse battery staple',
    'river lantern orchard',
    'heldwell-demo-2026',
    'thirteen wet umbrellas',
    'äpfel und birnen essen',
    'Kx7#vqLm92!zR4',
  ])('will do: %s', (password) => {
    expect(passwordProblem(password)).toBeNull();
  });

  it('has 12 to 128 characters, counted as people count them', () => {
    expect(passwordProblem('elf letters')).toMatch(/at least 12/);
    expect(passwordProblem('🐘🌧️🪁🧵🪴🛶🎐🧺')).toMatch(/at least 12/);
    expect(passwordProblem(`${'lamp river '.repeat(11)}seven.`)).toBeNull();
    expect(passwordProblem('zebra lamp river'.padEnd(129, ' otter'))).toMatch(/at most 128/);
  });

  it('is not the own e-mail address', () => {
    expect(passwordProblem('Amara.Nwosu@example.org', ['amara.nwosu@example.org'])).toMatch(/e-mail/);
    expect(passwordProblem('river lantern orchard', ['amara.nwosu@example.org'])).toBeNull();
  });
});

describe('a stored password', () => {
  it('fits in every Unicode form of itself, and nothing fits where there is none', async () => {
    const stored = await hashPassword('crème brûlée for two');
    expect(await passwordFits(stored, 'crème brûlée for two'.normalize('NFD'))).toBe(true);
    expect(await passwordFits(stored, 'creme brulee for two')).toBe(false);
    expect(await passwordFits(null, 'crème brûlée for two')).toBe(false);
    expect(await passwordFits(undefined, 'crème brûlée for two')).toBe(false);
  });
});
