import type { Reference } from 'fhir/r4.js';
import {
  type Author,
  authorReference,
  type Chart,
  concept,
  type EntrySpec,
  organisationReference,
  patientReference,
  put,
} from './chart.ts';
import type { DayOffset } from './story-calendar.ts';

const CLASSES = {
  AMB: 'ambulatory',
  EMER: 'emergency',
  IMP: 'inpatient encounter',
  HH: 'home health',
  VR: 'virtual',
} as const;

interface EncounterSpec extends EntrySpec {
  kind: keyof typeof CLASSES;
  title: string;
  on: DayOffset;
  /** Minutes for a visit; use `nights` for a stay. */
  minutes?: number;
  nights?: number;
  time?: string;
  reason?: string;
  snomed?: string;
  by: Author;
  place?: string;
}

function addMinutes(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const total = Math.min(hour * 60 + minute + minutes, 23 * 60 + 59);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** Clinics and visits fall on working days; emergencies and stays on the exact day. */
function encounterPeriod(chart: Chart, spec: EncounterSpec) {
  const time = spec.time ?? '10:00';
  const { calendar } = chart;
  if (spec.nights !== undefined) {
    return { start: calendar.time(spec.on, time), end: calendar.time(spec.on + spec.nights, '14:30') };
  }
  const at = spec.kind === 'EMER' ? calendar.time : calendar.clinicTime;
  return { start: at(spec.on, time), end: at(spec.on, addMinutes(time, spec.minutes ?? 20)) };
}

export function encounter(chart: Chart, spec: EncounterSpec): Reference {
  return put(chart, spec, {
    resourceType: 'Encounter',
    status: 'finished',
    class: {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
      code: spec.kind,
      display: CLASSES[spec.kind],
    },
    type: [{ text: spec.title }],
    subject: patientReference(chart),
    participant: [{ individual: authorReference(chart, spec.by) }],
    period: encounterPeriod(chart, spec),
    ...(spec.reason ? { reasonCode: [concept(spec.reason, spec.snomed)] } : {}),
    ...(spec.place ? { location: [{ location: { display: spec.place } }] } : {}),
    serviceProvider: organisationReference(chart),
  });
}

interface ProcedureSpec extends EntrySpec {
  name: string;
  snomed?: string;
  on: DayOffset;
  by: Author;
  outcome?: string;
}

export function procedure(chart: Chart, spec: ProcedureSpec): Reference {
  return put(chart, spec, {
    resourceType: 'Procedure',
    status: 'completed',
    code: concept(spec.name, spec.snomed),
    subject: patientReference(chart),
    performedDateTime: chart.calendar.clinicTime(spec.on, '11:30'),
    performer: [{ actor: authorReference(chart, spec.by) }],
    ...(spec.outcome ? { outcome: { text: spec.outcome } } : {}),
  });
}

interface AppointmentSpec extends EntrySpec {
  title: string;
  on: DayOffset;
  time: string;
  minutes?: number;
  with: Author;
  place: string;
  status?: 'booked' | 'fulfilled' | 'cancelled' | 'noshow';
  whyCancelled?: string;
  /** What to bring, where to go, how to join. */
  advice?: string;
}

/** Coming appointments are booked and past ones kept, unless the story says otherwise. */
export function appointment(chart: Chart, spec: AppointmentSpec): Reference {
  const { calendar } = chart;
  const minutes = spec.minutes ?? 30;
  return put(chart, spec, {
    resourceType: 'Appointment',
    status: spec.status ?? (spec.on > 0 ? 'booked' : 'fulfilled'),
    ...(spec.whyCancelled ? { cancelationReason: { text: spec.whyCancelled } } : {}),
    serviceType: [{ text: spec.title }],
    description: spec.title,
    start: calendar.clinicTime(spec.on, spec.time),
    end: calendar.clinicTime(spec.on, addMinutes(spec.time, minutes)),
    minutesDuration: minutes,
    created: calendar.clinicTime(Math.min(spec.on - 28, -1), '12:00'),
    ...(spec.advice ? { patientInstruction: spec.advice } : {}),
    participant: [
      { actor: patientReference(chart), status: 'accepted' },
      { actor: authorReference(chart, spec.with), status: 'accepted' },
      { actor: { type: 'Location', display: spec.place }, status: 'accepted' },
    ],
  });
}
