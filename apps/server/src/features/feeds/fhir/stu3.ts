import { asRecord } from './fhir-source.ts';

/** Elements that FHIR STU3 had and R4 renamed, by resource type. One of them gives an older sender away. */
const STU3_ELEMENTS: Record<string, readonly string[]> = {
  AllergyIntolerance: ['assertedDate'],
  Appointment: ['indication', 'incomingReferral'],
  CarePlan: ['context', 'definition'],
  Condition: ['assertedDate', 'context'],
  DiagnosticReport: ['codedDiagnosis', 'context', 'image'],
  DocumentReference: ['class', 'created', 'indexed'],
  Encounter: ['incomingReferral', 'reason'],
  Goal: ['status', 'statusDate'],
  Immunization: ['date', 'explanation', 'notGiven', 'practitioner', 'vaccinationProtocol'],
  MedicationRequest: ['context', 'definition'],
  MedicationStatement: ['notTaken', 'reasonNotTaken', 'taken'],
  Observation: ['comment', 'context', 'related'],
  Patient: ['animal'],
  Procedure: ['context', 'definition', 'notDone', 'notDoneReason'],
};

/** Elements that were a plain code in STU3 and are a CodeableConcept in R4. */
const STU3_CODES: Record<string, readonly string[]> = {
  AllergyIntolerance: ['clinicalStatus', 'verificationStatus'],
  Condition: ['clinicalStatus', 'verificationStatus'],
};

const STU3_TYPES: ReadonlySet<string> = new Set([
  'BodySite',
  'DataElement',
  'DeviceComponent',
  'EligibilityRequest',
  'EligibilityResponse',
  'ExpansionProfile',
  'ImagingManifest',
  'ProcedureRequest',
  'ProcessRequest',
  'ProcessResponse',
  'ReferralRequest',
  'Sequence',
  'ServiceDefinition',
]);

/** The element that shows a resource to be FHIR STU3, as a path; null for what may be R4. */
export function stu3Mark(resource: Record<string, unknown>): string | null {
  const type = String(resource.resourceType);
  if (STU3_TYPES.has(type)) return type;
  const element =
    STU3_ELEMENTS[type]?.find((name) => name in resource) ??
    STU3_CODES[type]?.find((name) => typeof resource[name] === 'string');
  if (element) return `${type}.${element}`;
  if (type === 'MedicationRequest' && 'agent' in asRecord(resource.requester))
    return `${type}.requester.agent`;
  const profiles = asRecord(resource.meta).profile;
  const older = Array.isArray(profiles) && profiles.some((profile) => /STU-?3/i.test(String(profile)));
  return older ? `${type}.meta.profile` : null;
}
