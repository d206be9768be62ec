import type { Address, Bundle, ContactPoint, HumanName, Patient } from 'fhir/r4.js';
import { PROFESSIONALS } from '../cast.ts';
import type { DemoOrganisation, DemoPatient, PrivacyLabel } from '../cast-shapes.ts';
import { type Chart, entryIdentifierSystem, transaction, transactionEntry } from './chart.ts';
import type { StoryCalendar } from './story-calendar.ts';

/** The address that tells how a person likes to be reached; FHIR R4 has no field of its own for it. */
const COMMUNICATION_NEED_URL = 'https://heldwell.example/fhir/communication-need';
const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';

interface ChartOpening {
  organisation: DemoOrganisation;
  patient: DemoPatient;
  calendar: StoryCalendar;
  label?: PrivacyLabel;
}

function telecom(patient: DemoPatient): ContactPoint[] {
  return [
    { system: 'phone', use: 'mobile', value: patient.mobile, rank: 1 },
    ...(patient.phone ? [{ system: 'phone', use: 'home', value: patient.phone } as const] : []),
    { system: 'email', use: 'home', value: patient.email },
  ];
}

function contact(patient: DemoPatient): Patient['contact'] {
  const kin = patient.nextOfKin;
  if (!kin) return undefined;
  return [
    {
      relationship: [
        {
          coding: [
            { system: 'http://terminology.hl7.org/CodeSystem/v2-0131', code: 'N', display: 'Next-of-Kin' },
          ],
          text: kin.relationship,
        },
      ],
      name: { given: [kin.given], family: kin.family },
      telecom: [{ system: 'phone', use: 'mobile', value: kin.phone }],
    },
  ];
}

function names({ title, given, family, preferredName }: DemoPatient): HumanName[] {
  const official: HumanName = {
    use: 'official',
    prefix: [title],
    given: [given],
    family,
    text: `${title} ${given} ${family}`,
  };
  return preferredName ? [official, { use: 'usual', given: [preferredName], family }] : [official];
}

function homeAddress({ address: { line, city, postcode } }: DemoPatient): Address[] {
  const text = [...line, city, postcode].join(', ');
  return [{ use: 'home', line: [...line], city, postalCode: postcode, text }];
}

function demographics({ organisation, patient }: ChartOpening): Patient {
  const { language } = patient;
  const kin = contact(patient);
  return {
    resourceType: 'Patient',
    identifier: [
      { system: NHS_NUMBER_SYSTEM, value: patient.nhsNumber },
      { system: entryIdentifierSystem(organisation.ods), value: patient.key },
    ],
    active: true,
    name: names(patient),
    telecom: telecom(patient),
    gender: patient.gender,
    birthDate: patient.birthDate,
    address: homeAddress(patient),
    communication: [
      {
        language: {
          coding: [{ system: 'urn:ietf:bcp:47', code: language.code, display: language.text }],
          text: language.text,
        },
        preferred: true,
      },
    ],
    ...(kin ? { contact: kin } : {}),
    ...(patient.communicationNeeds.length > 0
      ? {
          extension: patient.communicationNeeds.map((need) => ({
            url: COMMUNICATION_NEED_URL,
            valueString: need,
          })),
        }
      : {}),
    generalPractitioner: [
      { display: `Dr ${PROFESSIONALS.hughes.given} ${PROFESSIONALS.hughes.family}, Harbour Lane Surgery` },
    ],
  };
}

/** Starts what one organisation holds about one patient, with the patient's demographic details in it. */
export function openChart(opening: ChartOpening): Chart {
  const { organisation, patient, calendar, label = 'GENERAL' } = opening;
  const entries = [transactionEntry(`${organisation.ods}/${patient.key}/patient`, demographics(opening))];
  return { organisation, patient, calendar, label, entries };
}

/** The finished transaction: all of it is stored or nothing. */
export function closeChart(chart: Chart): Bundle {
  const key = `${chart.organisation.ods}/${chart.patient.key}`;
  return transaction(key, chart.calendar.time(-1, '18:00'), chart.entries);
}
