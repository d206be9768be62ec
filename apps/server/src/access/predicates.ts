import { definePredicate } from './define-predicate.ts';

/** Somebody is signed in to the app that asks. What they see is decided by the rows. */
export const isSignedIn = definePredicate('isSignedIn', () => true);

/** The person whose record it is, in the patient app, with a record taken up. */
export const isThePatient = definePredicate('isThePatient', (viewer) => viewer.patientId !== null, 'PATIENT');

/** A member of a team, in the professional app. */
export const isStaff = definePredicate('isStaff', (viewer) => viewer.app === 'PROFESSIONAL', 'PROFESSIONAL');

/** A partner's app, by a token of its own. */
export const isAPartner = definePredicate('isAPartner', (viewer) => viewer.app === 'PARTNER', 'PARTNER');

/** Somebody in the carer app or the professional app. */
export const isACarerOrStaff = definePredicate(
  'isACarerOrStaff',
  (viewer) => viewer.app === 'CARER' || viewer.app === 'PROFESSIONAL',
);
