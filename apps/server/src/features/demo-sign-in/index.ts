export {
  DEMO_CLIENT,
  type DemoCast,
  type DemoPerson,
  demoIssuers,
  demoSubject,
  peopleIssuer,
  staffIssuer,
} from './people.ts';
export { serveDemoSignIn } from './serve-demo-sign-in.ts';
export { fetchWithin } from './within.ts';
