import type { DemoBrand } from './cast-shapes.ts';

/** How organisations greet the people they invite. */
export const BRANDS: readonly DemoBrand[] = [
  {
    organisation: 'RF9',
    serviceName: 'My Fernside Record',
    welcome: 'Welcome. Here you can read what we keep about you, and write to us.',
  },
  {
    organisation: 'VL1',
    serviceName: 'Lantern Online',
    welcome: 'Welcome to Lantern. You do not need a referral: write to us when you are ready.',
  },
];
