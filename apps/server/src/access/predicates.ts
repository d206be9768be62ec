import type { GraphQLError } from 'graphql';
import { isFresh } from '../features/sign-in/index.ts';
import type { Context } from '../platform/context.ts';
import type { Viewer } from '../platform/opened-session.ts';
import { freshSignInNeeded } from '../platform/problems.ts';
import { definePredicate } from './define-predicate.ts';

const freshly = async (context: Context): Promise<true | GraphQLError> =>
  (await isFresh(context)) || freshSignInNeeded();

/** Somebody is signed in to the app that asks. What they see is decided by the rows. */
export const isSignedIn = definePredicate('isSignedIn', () => true);

/** The person whose record it is, in the patient app, with a record taken up. */
export const isThePatient = definePredicate('isThePatient', (viewer) => viewer.patientId !== null, 'PATIENT');

/** A member of a team, in the professional app. */
export const isStaff = definePredicate('isStaff', (viewer) => viewer.app === 'PROFESSIONAL', 'PROFESSIONAL');

/** The patient, or a member of a team: not a carer. */
export const isThePatientOrStaff = definePredicate(
  'isThePatientOrStaff',
  (viewer) => viewer.patientId !== null || viewer.app === 'PROFESSIONAL',
);

/** A partner's app, by a token of its own. */
export const isAPartner = definePredicate('isAPartner', (viewer) => viewer.app === 'PARTNER', 'PARTNER');

/** Somebody in the carer app or the professional app. */
export const isACarerOrStaff = definePredicate(
  'isACarerOrStaff',
  (viewer) => viewer.app === 'CARER' || viewer.app === 'PROFESSIONAL',
);

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

/** Somebody who has shown within the last five minutes that it is them; else `FRESH_SIGN_IN_NEEDED`. */
export const isSignedInFreshly = definePredicate('isSignedInFreshly', (_viewer, context) => freshly(context));

/** The same of the person whose record it is. */
export const isThePatientFreshly = definePredicate(
  'isThePatientFreshly',
  (viewer: Viewer, context) => viewer.patientId !== null && freshly(context),
  'PATIENT',
);

/** The same of a member of a team. */
export const isStaffFreshly = definePredicate(
  'isStaffFreshly',
  (viewer: Viewer, context) => viewer.app === 'PROFESSIONAL' && freshly(context),
  'PROFESSIONAL',
);

/** Somebody in the patient app, whether a record is open to them or not. */
export const isInThePatientApp = definePredicate(
  'isInThePatientApp',
  (viewer) => viewer.app === 'PATIENT',
  'PATIENT',
);
