import type { DemoOfficer } from './cast-shapes.ts';

/** Who holds an office: two privacy officers, for a whole record is frozen by two together, and an administrator. */
export const OFFICERS: readonly DemoOfficer[] = [
  {
    key: 'reid',
    given: 'Paula',
    family: 'Reid',
    organisation: 'RF9',
    email: 'paula.reid@example.org',
    office: 'PRIVACY_OFFICER',
  },
  {
    key: 'osei',
    given: 'Daniel',
    family: 'Osei',
    organisation: 'RF9',
    email: 'daniel.osei@example.org',
    office: 'PRIVACY_OFFICER',
  },
  {
    key: 'marsh',
    given: 'Helen',
    family: 'Marsh',
    organisation: 'RF9',
    email: 'helen.marsh@example.org',
    office: 'ADMINISTRATOR',
  },
];
