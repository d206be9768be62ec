import { readNhsNumber } from '../../people/index.ts';
import { asRecord } from './fhir-source.ts';
import { isNhsNumberSystem } from './identifiers.ts';
import { REQUIRED_CODES } from './required-codes.ts';

/** What the structural validator does not look at: found by our own reading. */
export interface Finding {
  severity: 'error' | 'warning';
  code: 'required' | 'value' | 'business-rule';
  path: string;
  reason: string;
}

const DATE_ELEMENT = /(^|[a-z])(date|datetime|start|end|issued|recorded|instant|authoredOn)$/i;

/** Codes outside their value set, days that are on no calendar, NHS numbers that cannot be. */
export function ownChecks(resource: Record<string, unknown>, now: Date): Finding[] {
  const type = String(resource.resourceType);
  const findings: Finding[] = [];
  for (const [path, codes] of Object.entries(REQUIRED_CODES)) {
    const [owner, ...steps] = path.split('.');
    if (owner !== type) continue;
    const allowed = codes.split(' ');
    for (const value of valuesAt(resource, steps)) {
      if (typeof value !== 'string' || allowed.includes(value)) continue;
      const reason = `This code is not in its list: ${allowed.join(', ')}.`;
      findings.push({ severity: 'error', code: 'value', path, reason });
    }
  }
  walk(resource, type, findings);
  if (type === 'Patient') findings.push(...birthDateFindings(resource.birthDate, now));
  return findings;
}

function valuesAt(value: unknown, steps: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, steps));
  const [step, ...rest] = steps;
  return step === undefined ? [value] : valuesAt(asRecord(value)[step], rest);
}

function walk(value: unknown, path: string, findings: Finding[]): void {
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) walk(one, `${path}[${at}]`, findings);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  findings.push(...nhsNumberFindings(asRecord(value), path));
  for (const [name, child] of Object.entries(value)) {
    if (typeof child === 'string') findings.push(...dateFindings(name, child, `${path}.${name}`));
    else walk(child, `${path}.${name}`, findings);
  }
}

function nhsNumberFindings({ system, value }: Record<string, unknown>, path: string): Finding[] {
  if (typeof system !== 'string' || !isNhsNumberSystem(system) || typeof value !== 'string') return [];
  const reading = readNhsNumber(value);
  if (reading.is === 'VALID') return [];
  const at = `${path}.value`;
  if (reading.is === 'INVALID') {
    return [{ severity: 'error', code: 'value', path: at, reason: reading.reason }];
  }
  const reason = 'One digit repeated is a placeholder, not an NHS number: it was left out.';
  return [{ severity: 'warning', code: 'business-rule', path: at, reason }];
}

function dateFindings(name: string, text: string, path: string): Finding[] {
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (!day || !DATE_ELEMENT.test(name)) return [];
  const [year, month, date] = day.slice(1).map(Number) as [number, number, number];
  const real = new Date(Date.UTC(year, month - 1, date));
  if (real.getUTCMonth() === month - 1 && real.getUTCDate() === date) return [];
  return [{ severity: 'error', code: 'value', path, reason: 'There is no such day.' }];
}

/** A birth may be recorded on the day it happens anywhere on Earth, hence the fourteen hours. */
function birthDateFindings(birthDate: unknown, now: Date): Finding[] {
  if (typeof birthDate !== 'string' || Date.parse(birthDate) <= now.getTime() + 14 * 3_600_000) return [];
  if (Number.isNaN(Date.parse(birthDate))) return [];
  const reason = 'A date of birth cannot lie in the future.';
  return [{ severity: 'error', code: 'business-rule', path: 'Patient.birthDate', reason }];
}
