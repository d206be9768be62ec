import { DEMO_PASSWORD } from './acting-as.ts';
import { CARERS, PATIENTS, PROFESSIONALS } from './story/cast.ts';
import { OFFICERS } from './story/officers.ts';

const APPS = ['patient', 'carer', 'professional'] as const;

/** What the person at the terminal reads when Heldwell is ready: addresses and, with the demo, who to sign in as. */
export function welcome(publicUrl: string, { demo }: { demo: boolean }): string {
  const addresses = APPS.map((app) => `  ${publicUrl}/${app}`);
  const ready = [`Heldwell is ready: ${publicUrl}`, ...addresses];
  if (!demo) return `${ready.join('\n')}\n`;
  const people = [
    ...Object.values(PATIENTS).map((one) => line(one, 'patient', '')),
    ...CARERS.map((one) =>
      line(one, 'carer', one.caresFor.map(({ relationship }) => relationship.toLowerCase()).join(', ')),
    ),
    ...Object.values(PROFESSIONALS).map((one) => line(one, 'professional', one.role.toLowerCase())),
    ...OFFICERS.map((one) => line(one, 'professional', one.office.toLowerCase().replace('_', ' '))),
  ];
  return `${[...ready, '', `Demo people, all with the password ${DEMO_PASSWORD}:`, ...people].join('\n')}\n`;
}

interface Named {
  given: string;
  family: string;
  email: string;
}

const line = ({ given, family, email }: Named, app: string, what: string): string =>
  `  ${app.padEnd(14)}${`${given} ${family}`.padEnd(18)}${email.padEnd(32)}${what}`.trimEnd();
