import type { DemoOfficer } from './cast-shapes.ts';

/** Privacy officers: a whole record is frozen by two of them together. */
export const OFFICERS: readonly DemoOfficer[] = [
  {
    key: 'reid',
    given: 'Paula',
    family: 'Reid',
    organisation: 'RF9',
    email: 'paula.reid@example.org',
  },
  {
    key: 'osei',
    given: 'Daniel',
    family: 'Osei',
    organisation: 'RF9',
    email: 'daniel.osei@example.org',
  },
];
