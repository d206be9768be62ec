/** A claim of a record that waits for staff, for tests. */
export const aMatchCase = (changes: Record<string, unknown> = {}) => ({
  id: 'match-1',
  kind: 'RECORD',
  reason: 'NAMES_DIFFER',
  how: 'LETTER',
  since: '2026-08-06T13:30:00.000000+00:00',
  sameNumber: true,
  givenName: 'Jo',
  familyName: 'Ashcroft-Bell',
  birthDate: '1971-03-04',
  record: 'record-1',
  recordGivenName: 'Jo',
  recordFamilyName: 'Ashcroft',
  recordBirthDate: '1971-03-04',
  recordTaken: false,
  ifSamePerson: 'RECORD_OPENS',
  viewerMaySettle: true,
  ...changes,
});

/** A record that a team closed at its person's wish, for tests. */
export const aClosedRecord = {
  id: 'closed-1',
  name: 'Jo Ashcroft',
  reason: 'A letter of 4 August.',
  closedBy: 'Tom Bell',
  closedAt: '2026-08-06T13:30:00.000000+00:00',
};

/** What those who lead a team may note of a record, for tests. */
export const mayNote = {
  deathRecordedBy: null as string | null,
  viewerMayRecordDeath: true,
  viewerMayTakeBackDeath: false,
  viewerMayClose: true,
};
