import { definePredicate } from './define-predicate.ts';

/** Somebody is signed in to the app that asks. What they see is decided by the rows. */
export const isSignedIn = definePredicate('isSignedIn', () => true);

/** The person whose record it is, in the patient app, with a record taken up. */
export const isThePatient = definePredicate('isThePatient', (viewer) => viewer.patientId !== null, 'PATIENT');

/** A member of a team, in the professional app. */
export const isStaff = definePredicate('isStaff', (viewer) => viewer.app === 'PROFESSIONAL', 'PROFESSIONAL');

/** Somebody in the carer app or the professional app. */
export const isACarerOrStaff = definePredicate('isACarerOrStaff', (viewer) => viewer.app !== 'PATIENT');

/**
 * The patient, or a carer whom one lets see who looked: which entries, the rows say. Asked of the grants held now.
 */
export const readsALog = definePredicate(
  'readsALog',
  async (viewer, { scope }) => {
    if (viewer.app !== 'CARER') return viewer.patientId !== null;
    const [log] = await scope.query<{ may: boolean }>({
      name: 'reads_a_log',
      text: "select heldwell.viewer_partial_logs() <> '{}' as may",
    });
    return log?.may ?? false;
  },
  'SEE_LOG',
);
