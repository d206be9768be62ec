import type { NewPartner } from '../../../features/partners/index.ts';
import { ORGANISATIONS } from './cast.ts';

/** The app of the story's charity. Its private key is no secret: `docs/demo-partner-key.pem`, for whoever tries it. */
export const DEMO_PARTNER = {
  id: '01890000-0000-7000-8000-00000000a991',
  name: 'Lantern Diary',
  organisationName: ORGANISATIONS.charity.name,
  purpose: 'Shows your appointments and results in one calendar, and reminds you a day before.',
  keys: {
    keys: [
      {
        kty: 'EC',
        crv: 'P-256',
        x: 'Pgxx6DLakZOBItezq3W5NZ_C7uTnbbGanFn2dLZdt84',
        y: '_P3PMwe5T2-X6P0y29donU7ZhbqdBV6CouqOXzO4Ux8',
        kid: 'lantern-diary',
      },
    ],
  },
  redirectUris: ['http://localhost:5050/back'],
  scopes: ['read:GENERAL', 'read:SOCIAL_CARE', 'schema:introspect'],
  actsAlone: true,
} as const satisfies NewPartner;
