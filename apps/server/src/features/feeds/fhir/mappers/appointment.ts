import type { Appointment, AppointmentParticipant } from 'fhir/r4.js';
import { type Mapped, present } from '../entry-draft.ts';
import type { References } from '../fhir-references.ts';
import { codeInWords, nameOfConcept, namesOfConcepts } from '../wording/concept.ts';
import { whenOf } from '../wording/fhir-time.ts';

const PLACES = ['Location', 'HealthcareService'];

/** Appointment → APPOINTMENT. */
export function appointmentFrom(resource: Appointment, references: References): Mapped {
  const actorsOf = (wanted: (type: string | undefined) => boolean) =>
    references.namesOf(
      resource.participant
        .filter(({ actor }) => wanted(references.typeOf(actor)))
        .map(({ actor }: AppointmentParticipant) => actor),
    );
  const place = actorsOf((type) => PLACES.includes(type ?? '')).join(', ') || undefined;
  const service = namesOfConcepts(resource.serviceType)[0] ?? namesOfConcepts(resource.specialty)[0];
  const reasons = namesOfConcepts(resource.reasonCode);
  return {
    kind: 'APPOINTMENT',
    when: {
      start: whenOf(resource.start, resource.requestedPeriod?.[0]).start,
      end: whenOf(resource.end).start,
    },
    concept: resource.serviceType?.[0] ?? resource.appointmentType,
    fhirStatus: resource.status,
    title: resource.description ?? service ?? nameOfConcept(resource.appointmentType) ?? 'Appointment',
    summary: [stateOf(resource), place].filter(Boolean).join(', '),
    content: present({
      description: resource.description,
      reason: reasons.join(', ') || references.nameLine(resource.reasonReference),
      place,
      participants: actorsOf((type) => type !== 'Patient' && !PLACES.includes(type ?? '')),
      comment: resource.comment,
      instructions: resource.patientInstruction,
      cancelledReason: nameOfConcept(resource.cancelationReason),
    }),
  };
}

/** A booked appointment needs no word for it. */
function stateOf({ status }: Appointment): string | undefined {
  if (status === 'noshow') return 'Missed';
  if (status === 'fulfilled') return 'Attended';
  return status === 'booked' ? undefined : codeInWords(status);
}
