import type { DemoCast, DemoPerson } from '../../../features/demo-sign-in/index.ts';
import { ORGANISATIONS, PATIENTS, PROFESSIONALS } from './cast.ts';
import type { DemoProfessional } from './cast-shapes.ts';

/** People whom only the stand-in for a national sign-in knows: nobody here has a sign-in of theirs. */
const NEWCOMERS: readonly DemoPerson[] = [
  {
    key: 'nia',
    given: 'Nia',
    family: 'Fairweather',
    birthDate: '1988-11-03',
    nhsNumber: '9991583262',
    email: 'nia.fairweather@example.org',
    what: 'Has no sign-in here yet.',
  },
  {
    key: 'theo',
    given: 'Theo',
    family: 'Marsh',
    birthDate: '2016-09-12',
    nhsNumber: '9997209141',
    email: 'theo.marsh@example.org',
    what: 'Is too young to take up a record.',
  },
  {
    key: 'rosa',
    given: 'Rosa',
    family: 'Vane',
    birthDate: '1979-06-21',
    nhsNumber: '9993070017',
    email: 'rosa.vane@example.org',
    what: 'Has married: a team may know her as Rosa Delgado.',
  },
];

const WHAT = {
  amara: 'Has linked Demo sign-in to the sign-in here.',
  gareth: 'Has linked Demo sign-in to the sign-in here.',
  sunil: 'Has linked Demo sign-in to the sign-in here.',
  meiling: 'Signs in with a password, and has not linked Demo sign-in.',
} as const;

/** Everybody the stand-ins know. */
export const SIGN_IN_CAST: DemoCast = {
  organisations: Object.values(ORGANISATIONS),
  people: [
    ...Object.values(PATIENTS).map((patient) => ({ ...patient, what: WHAT[patient.key] })),
    ...NEWCOMERS,
  ],
  staff: [
    ...(Object.values(PROFESSIONALS) as DemoProfessional[]).map(
      ({ key, given, family, email, organisation, team, role, coordinator = false }) => ({
        ...{ key, given, family, email, ods: organisation, team, jobTitle: role, coordinator },
      }),
    ),
    {
      key: 'ife',
      given: 'Ife',
      family: 'Lawal',
      email: 'ife.lawal@example.org',
      ods: ORGANISATIONS.fernside.ods,
      team: 'FRT',
      jobTitle: 'Community nurse, in the first week here',
      coordinator: false,
    },
  ],
};

/** Those of the story who have linked the stand-in to their sign-in. */
export const LINKED = [
  ...[PATIENTS.amara, PATIENTS.gareth, PATIENTS.sunil],
  ...(Object.values(PROFESSIONALS) as DemoProfessional[]),
];
