/** A made-up person whom the stand-in for a national sign-in knows. */
export interface DemoPerson {
  key: string;
  given: string;
  family: string;
  birthDate: string;
  nhsNumber: string;
  email: string;
  /** Who they are to the tester. */
  what: string;
}

/** A made-up member of staff whom their organisation's stand-in knows. */
export interface DemoStaff {
  key: string;
  given: string;
  family: string;
  email: string;
  ods: string;
  team: string;
  jobTitle: string;
  coordinator: boolean;
}

/** Everybody the stand-ins know; organisations by their codes. */
export interface DemoCast {
  people: readonly DemoPerson[];
  staff: readonly DemoStaff[];
  organisations: readonly { ods: string; name: string }[];
}

/** Where the stand-ins are, under the address of the installation. */
export const DEMO_PATH = '/demo-sign-in';
export const demoIssuers = (publicUrl: string): string => `${publicUrl}${DEMO_PATH}/`;
export const peopleIssuer = (publicUrl: string): string => `${demoIssuers(publicUrl)}people`;
export const staffIssuer = (publicUrl: string, ods: string): string =>
  `${demoIssuers(publicUrl)}${ods.toLowerCase()}`;

/** What the stand-ins know this installation by. */
export const DEMO_CLIENT = 'heldwell';
/** Who somebody of the story is at a stand-in. */
export const demoSubject = (key: string): string => `demo-${key}`;
