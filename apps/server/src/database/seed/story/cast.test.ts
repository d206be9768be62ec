import { expect, test } from 'vitest';
import { CARERS, ORGANISATIONS, PATIENTS, PROFESSIONALS, TEAMS } from './cast.ts';
import { THREADS } from './messages.ts';
import { OFFICERS } from './officers.ts';

const patients = Object.values(PATIENTS);
const professionals = Object.values(PROFESSIONALS);
const everybody = [...patients, ...professionals, ...OFFICERS, ...CARERS];

/** The last digit is 11 less the remainder of the first nine weighted 10 to 2. */
function passesModulus11(digits: string): boolean {
  const sum = [...digits].slice(0, 9).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

test('NHS numbers are of the test range and pass Modulus 11', () => {
  for (const { nhsNumber } of patients) {
    expect(nhsNumber).toMatch(/^999\d{7}$/);
    expect(passesModulus11(nhsNumber)).toBe(true);
  }
  expect(passesModulus11('9994120388')).toBe(false);
  expect(new Set(patients.map(({ nhsNumber }) => nhsNumber)).size).toBe(patients.length);
});

test('e-mail addresses and telephone numbers belong to nobody', () => {
  for (const { email } of everybody) expect(email).toMatch(/@example\.org$/);
  expect(new Set(everybody.map(({ email }) => email)).size).toBe(everybody.length);
  const written = JSON.stringify([ORGANISATIONS, PATIENTS, THREADS]).match(/\b0\d{2,4} [\d ]{5,8}\d/g) ?? [];
  expect(written.length).toBeGreaterThan(8);
  for (const phone of written) expect(phone).toMatch(/^(07700 900\d{3}|020 7946 0\d{3})$/);
});

test('everybody works in, is cared for by, or cares for somebody who exists', () => {
  const codes = new Set(TEAMS.map(({ code }) => code));
  const ods = new Set<string>(Object.values(ORGANISATIONS).map((organisation) => organisation.ods));
  expect(TEAMS.every(({ organisation }) => ods.has(organisation))).toBe(true);
  expect(OFFICERS.every(({ organisation }) => ods.has(organisation))).toBe(true);
  for (const { team, organisation } of professionals) {
    expect(TEAMS.find(({ code }) => code === team)?.organisation).toBe(organisation);
  }
  for (const { teams } of patients) expect(teams.every((team) => codes.has(team))).toBe(true);
  const keys = new Set<string>(patients.map(({ key }) => key));
  for (const { caresFor } of CARERS) expect(caresFor.every(({ patient }) => keys.has(patient))).toBe(true);
});

test('only those who take part in a conversation write in it, the newest message last', () => {
  for (const thread of THREADS) {
    const staff = professionals.filter(({ team }) => team === thread.team).map(({ key }) => key as string);
    const patient = patients.find(({ key }) => key === thread.patient);
    expect(patient?.teams).toContain(thread.team);
    const may = new Set([thread.patient, ...thread.inCopy, ...staff]);
    expect(thread.messages.map(({ from }) => from).filter((from) => !may.has(from))).toEqual([]);
    const minutes = thread.messages.map(
      ({ daysAgo, time }) => -daysAgo * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
    );
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    expect(thread.messages.length).toBeGreaterThanOrEqual(2);
    expect(Math.min(...thread.messages.map(({ daysAgo }) => daysAgo))).toBeGreaterThan(0);
  }
});

test('a carer in copy was given the label of the conversation', () => {
  for (const { inCopy, label, patient } of THREADS) {
    for (const key of inCopy) {
      const care = CARERS.find((carer) => carer.key === key)?.caresFor.find((one) => one.patient === patient);
      expect(care?.labels).toContain(label);
      expect(care?.rights).toContain('MESSAGE');
    }
  }
});
