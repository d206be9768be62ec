import type { Address, Extension, HumanName, Patient } from 'fhir/r4.js';
import { isNhsNumberSystem, nhsNumberOf } from '../identifiers.ts';
import {
  type DraftAddress,
  type DraftName,
  PATIENT_RESOURCE_ID,
  type PatientDraft,
  type PatientSourceKey,
} from '../patient-draft.ts';
import { codesOf, plainCode } from '../wording/concept.ts';
import { valuesOf } from '../wording/contact-points.ts';
import { nameInWords } from '../wording/display-name.ts';
import { readTime } from '../wording/fhir-time.ts';
import { contactsOf } from './patient-contacts.ts';

/** Confidentiality codes under which the Personal Demographics Service withholds where a person is. */
const WITHHELD = ['R', 'V'];
const NAME_ORDER = ['official', 'usual', 'nickname', 'temp', 'anonymous'];
const PAST_USES = ['old', 'maiden'];

/** Patient → PatientDraft. */
export function patientFrom(resource: Patient): PatientDraft {
  const nhsNumber = nhsNumberOf(resource.identifier);
  const restricted = (resource.meta?.security ?? []).some(({ code }) => WITHHELD.includes(code ?? ''));
  const telecom = restricted ? [] : (resource.telecom ?? []).filter(({ use }) => use !== 'old');
  const death = readTime(resource.deceasedDateTime);
  return {
    sourceKeys: sourceKeysOf(resource, nhsNumber),
    nhsNumber,
    names: namesOf(resource.name),
    preferredName: preferredNameOf(resource.name),
    birthDate: resource.birthDate ?? null,
    deceasedAt: death?.at ?? null,
    deceasedPrecision: death?.precision ?? null,
    deceased: death !== null || resource.deceasedBoolean === true,
    gender: resource.gender ?? null,
    addresses: restricted ? [] : addressesOf(resource.address),
    phones: valuesOf(telecom, ['phone', 'sms']),
    email: valuesOf(telecom, ['email'])[0] ?? null,
    contacts: restricted ? [] : contactsOf(resource),
    language: languageOf(resource),
    interpreterNeeded: interpreterNeeded(resource),
    communicationNeeds: communicationNeeds(resource),
    restricted,
    resource,
  };
}

function sourceKeysOf(resource: Patient, nhsNumber: string | null): PatientSourceKey[] {
  const local = (resource.identifier ?? []).flatMap(({ system, value, use }): PatientSourceKey[] =>
    system && value && use !== 'old' && !isNhsNumberSystem(system) ? [{ system, value, kind: 'LOCAL' }] : [],
  );
  const nhs: PatientSourceKey[] = nhsNumber
    ? [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber, kind: 'NHS' }]
    : [];
  const { id } = resource;
  return [
    ...nhs,
    ...local,
    ...(id ? [{ system: PATIENT_RESOURCE_ID, value: id, kind: 'LOCAL' as const }] : []),
  ];
}

function currentNames(names: readonly HumanName[] | undefined): HumanName[] {
  const current = (names ?? []).filter(({ use }) => !PAST_USES.includes(use ?? ''));
  return [...current].sort((a, b) => rank(a) - rank(b));
}

function rank({ use }: HumanName): number {
  const at = NAME_ORDER.indexOf(use ?? 'official');
  return at === -1 ? NAME_ORDER.length : at;
}

function namesOf(names: readonly HumanName[] | undefined): DraftName[] {
  return currentNames(names).map((name) => ({
    use: name.use ?? null,
    prefix: name.prefix?.join(' ') || null,
    given: name.given ?? [],
    family: name.family ?? null,
    text: nameInWords(name),
  }));
}

/** A nickname; else the first name of daily use, when there is an official name that it differs from. */
function preferredNameOf(names: readonly HumanName[] | undefined): string | null {
  const current = currentNames(names);
  const chosen =
    current.find(({ use }) => use === 'nickname') ??
    (current.length > 1 && current.find(({ use }) => use === 'usual'));
  if (!chosen) return null;
  const official = current.find((name) => name !== chosen);
  const name = chosen.given?.[0] ?? chosen.text ?? null;
  return name !== official?.given?.[0] ? name : null;
}

function addressesOf(addresses: readonly Address[] | undefined): DraftAddress[] {
  const current = (addresses ?? []).filter(({ use }) => use !== 'old');
  return current.map(({ use, line, city, district, state, postalCode, country, text }) => {
    const parts = [...(line ?? []), city, district, state, country].filter(
      (part) => part !== undefined && part !== '',
    );
    const lines = parts.length > 0 ? parts : (text?.split(/\n|, /) ?? []);
    return { use: use ?? null, lines: lines as string[], postcode: postalCode ?? null };
  });
}

const NHS_COMMUNICATION = /Extension-(UKCore|CareConnect)-NHSCommunication/;

function languageOf({ communication, extension }: Patient): string | null {
  const chosen = communication?.find(({ preferred }) => preferred) ?? communication?.[0];
  const spoken = extension?.find(({ url }) => NHS_COMMUNICATION.test(url));
  const concept = chosen?.language ?? part(spoken, 'language')?.valueCodeableConcept;
  return plainCode(concept) ?? concept?.text ?? null;
}

function interpreterNeeded({ extension, communication }: Patient): boolean | null {
  const spoken = extension?.find(({ url }) => NHS_COMMUNICATION.test(url));
  const said =
    extension?.find(({ url }) => url.endsWith('/patient-interpreterRequired'))?.valueBoolean ??
    part(spoken, 'interpreterRequired')?.valueBoolean;
  if (said !== undefined) return said;
  const proficiency = communication?.flatMap((one) => one.extension ?? []) ?? [];
  const asked = codesOf(proficiency.flatMap(({ valueCodeableConcept }) => valueCodeableConcept ?? []));
  return asked.includes('interpreter-required') ? true : null;
}

const COMMUNICATION_NEED = 'https://heldwell.example/fhir/communication-need';

function communicationNeeds({ extension }: Patient): string[] {
  const stated = (extension ?? []).filter(({ url }) => url === COMMUNICATION_NEED);
  return stated.flatMap(({ valueString }) => valueString?.trim() || []);
}

function part(extension: Extension | undefined, name: string): Extension | undefined {
  return extension?.extension?.find(({ url }) => url === name);
}
