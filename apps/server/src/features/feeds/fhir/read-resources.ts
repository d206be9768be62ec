/** Resources that become entries of a record. */
export const ENTRY_TYPES = [
  'AllergyIntolerance',
  'Appointment',
  'CarePlan',
  'Condition',
  'DiagnosticReport',
  'DocumentReference',
  'Encounter',
  'Goal',
  'Immunization',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
  'Procedure',
] as const;
export type EntryResourceType = (typeof ENTRY_TYPES)[number];

/** Resources read for what others refer to: names, and the bytes of documents. */
export const DIRECTORY_TYPES = ['Practitioner', 'Organization', 'Binary'] as const;

/** Resources passed over, but whose names and codes are read where an entry refers to them. */
export const NAMED_TYPES = [
  'Device',
  'Group',
  'HealthcareService',
  'Location',
  'Medication',
  'PractitionerRole',
  'RelatedPerson',
  'ServiceRequest',
  'Specimen',
  'Substance',
] as const;

const entryTypes: ReadonlySet<string> = new Set(ENTRY_TYPES);
const readTypes: ReadonlySet<string> = new Set(['Patient', ...ENTRY_TYPES, ...DIRECTORY_TYPES]);

/** Whether a resource of this type becomes an entry of a record. */
export function isEntryType(type: string): type is EntryResourceType {
  return entryTypes.has(type);
}

/** Whether a resource of this type is read, and therefore checked; the others are passed over and counted. */
export function isReadType(type: string): boolean {
  return readTypes.has(type);
}
