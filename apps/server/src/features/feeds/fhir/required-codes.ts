const CARE_PLAN_STATUS = 'draft active on-hold revoked completed entered-in-error unknown';
const REPORT_STATUS =
  'registered partial preliminary final amended corrected appended cancelled entered-in-error unknown';

/** R4's required value sets, of the elements that we read. The structural validator knows none of them. */
export const REQUIRED_CODES: Record<string, string> = {
  'AllergyIntolerance.category': 'food medication environment biologic',
  'AllergyIntolerance.criticality': 'low high unable-to-assess',
  'AllergyIntolerance.reaction.severity': 'mild moderate severe',
  'AllergyIntolerance.type': 'allergy intolerance',
  'Appointment.status':
    'proposed pending booked arrived fulfilled cancelled noshow entered-in-error checked-in waitlist',
  'CarePlan.intent': 'proposal plan order option',
  'CarePlan.status': CARE_PLAN_STATUS,
  'DiagnosticReport.status': REPORT_STATUS,
  'DocumentReference.docStatus': 'preliminary final amended entered-in-error',
  'DocumentReference.status': 'current superseded entered-in-error',
  'Encounter.status':
    'planned arrived triaged in-progress onleave finished cancelled entered-in-error unknown',
  'Goal.lifecycleStatus':
    'proposed planned accepted active on-hold completed cancelled entered-in-error rejected',
  'Immunization.status': 'completed entered-in-error not-done',
  'MedicationRequest.intent':
    'proposal plan order original-order reflex-order filler-order instance-order option',
  'MedicationRequest.status': 'active on-hold cancelled completed entered-in-error stopped draft unknown',
  'MedicationStatement.status':
    'active completed entered-in-error intended stopped on-hold unknown not-taken',
  'Observation.status': 'registered preliminary final amended corrected cancelled entered-in-error unknown',
  'Observation.valueQuantity.comparator': '< <= >= >',
  'Patient.address.use': 'home work temp old billing',
  'Patient.gender': 'male female other unknown',
  'Patient.name.use': 'usual official temp nickname anonymous old maiden',
  'Patient.telecom.system': 'phone fax email pager url sms other',
  'Patient.telecom.use': 'home work temp old mobile',
  'Procedure.status': 'preparation in-progress not-done on-hold stopped completed entered-in-error unknown',
};
