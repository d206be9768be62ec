import { tooManyAttempts } from '../sign-in.results.ts';
import { type AddFactorResult, FactorAdded, factorRefused, stepExpired } from './factor.results.ts';
import type { FactorOutcome } from './own-factors.service.ts';

/** What a person is told of a factor they add. */
export function factorAnswer(outcome: FactorOutcome, wrong: string): typeof AddFactorResult {
  switch (outcome.is) {
    case 'ADDED':
      return Object.assign(new FactorAdded(), { recoveryCodes: outcome.recoveryCodes });
    case 'WRONG':
      return factorRefused(wrong);
    case 'EXPIRED':
      return stepExpired();
    case 'WAIT':
      return tooManyAttempts(outcome.seconds);
  }
}
