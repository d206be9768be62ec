/** Everybody the model judges, and what they hold; what each sees of it says the reference model. */
export const LABELS = ['GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE', 'UNLABELLED'] as const;
export type Label = (typeof LABELS)[number];

export type App = 'PATIENT' | 'CARER' | 'PROFESSIONAL';
/** What a grant is for. */
export const SCOPES = ['GENERAL', 'GENERAL_AND_MENTAL_HEALTH', 'ALL_FOUR', 'ONE_THREAD'] as const;
/** Beside them, played once each: the summary of an emergency, and one entry. */
export type Scope = (typeof SCOPES)[number] | 'SUMMARY' | 'ONE_ENTRY';
/** What became of it. */
export const STATES = ['NONE', 'IN_FORCE', 'NARROWED', 'EXPIRED', 'FUTURE', 'ENDED'] as const;
export type GrantState = (typeof STATES)[number];

/** Somebody who looks. */
export interface Viewer {
  key: string;
  /** As the matrix for people names them. */
  words: string;
  app: App | null;
  /** Who the person is; two viewers may be one person in two apps. */
  person: string;
  holds?: Holding;
  /** Why nothing holds although a grant does. */
  shutOut?: 'OTHER_APP' | 'LEFT_THE_TEAM' | 'DISABLED';
  owns?: 'RECORD' | 'OTHER_RECORD';
  /** The team they work in, and as what. */
  team?: string;
  role?: 'COORDINATOR' | 'MANAGER';
  /** An office in the organisation of most teams. */
  office?: 'ADMINISTRATOR' | 'PRIVACY_OFFICER';
  /** Their team wrote some entries. */
  wrote?: true;
  /** Access to their team's own discussion ended after its first message. */
  kept?: true;
}

interface Holding {
  scope: Scope;
  state: GrantState;
  through: 'CARER' | 'TEAM' | 'ORGANISATION' | 'PROFESSIONAL';
}

const IN_WORDS: Record<Scope, string> = {
  GENERAL: 'GENERAL',
  GENERAL_AND_MENTAL_HEALTH: 'GENERAL and MENTAL_HEALTH',
  ALL_FOUR: 'all four labels',
  ONE_THREAD: 'one discussion',
  SUMMARY: 'the summary of an emergency',
  ONE_ENTRY: 'one entry',
};

function holder(kind: 'carer' | 'staff', scope: Scope, state: GrantState): Viewer {
  const key = `${kind}:${scope}:${state}`;
  const who = kind === 'carer' ? 'A carer' : 'Staff of a team';
  return {
    key,
    words: state === 'NONE' ? `${who}, never given ${IN_WORDS[scope]}` : `${who} with ${IN_WORDS[scope]}`,
    app: kind === 'carer' ? 'CARER' : 'PROFESSIONAL',
    person: key,
    holds: { scope, state, through: kind === 'carer' ? 'CARER' : 'TEAM' },
    ...(kind === 'staff' && { team: key }),
  };
}

/** Somebody of the professional app, alone in a team of their own. */
function staffOf(key: string, words: string, rest: Partial<Viewer> = {}): Viewer {
  return { key, words, app: 'PROFESSIONAL', person: key, team: key, ...rest };
}

/** A professional by themself: no team. */
function individual(key: string, words: string, state: GrantState): Viewer {
  const holds = { scope: 'GENERAL_AND_MENTAL_HEALTH', state, through: 'PROFESSIONAL' } as const;
  return { key, words, app: 'PROFESSIONAL', person: key, holds };
}

const emergency = (state: GrantState): Viewer =>
  staffOf(`emergency:${state}`, 'Staff who opened the record in an emergency', {
    holds: { scope: 'SUMMARY', state, through: 'PROFESSIONAL' },
  });

const full = (who: 'carer' | 'staff') => `${who}:ALL_FOUR:IN_FORCE`;
const allFour = (through: 'CARER' | 'TEAM') => ({ scope: 'ALL_FOUR', state: 'IN_FORCE', through }) as const;

/** Everybody the matrix plays. */
export const VIEWERS: readonly Viewer[] = [
  { key: 'nobody', words: 'Nobody signed in', app: null, person: 'nobody' },
  { key: 'patient', words: 'The patient', app: 'PATIENT', person: 'patient', owns: 'RECORD' },
  { key: 'stranger', words: 'Another patient', app: 'PATIENT', person: 'stranger', owns: 'OTHER_RECORD' },
  ...(['carer', 'staff'] as const).flatMap((kind) =>
    SCOPES.flatMap((scope) => STATES.map((state) => holder(kind, scope, state))),
  ),
  {
    key: 'same-organisation',
    words: 'Staff of another team in the organisation of a team with all four labels',
    app: 'PROFESSIONAL',
    person: 'same-organisation',
    team: 'same-organisation',
  },
  {
    key: 'other-organisation',
    words: 'Staff of another organisation',
    app: 'PROFESSIONAL',
    person: 'other-organisation',
    team: 'other-organisation',
  },
  {
    key: 'whole-organisation',
    words: 'Staff of an organisation with GENERAL',
    app: 'PROFESSIONAL',
    person: 'whole-organisation',
    team: 'whole-organisation',
    holds: { scope: 'GENERAL', state: 'IN_FORCE', through: 'ORGANISATION' },
  },
  emergency('IN_FORCE'),
  emergency('EXPIRED'),
  staffOf('one-entry', 'Staff of a team with one entry', {
    holds: { scope: 'ONE_ENTRY', state: 'IN_FORCE', through: 'TEAM' },
  }),
  individual('professional', 'A professional by themself with GENERAL and MENTAL_HEALTH', 'IN_FORCE'),
  individual('former-professional', 'A professional by themself with GENERAL and MENTAL_HEALTH', 'ENDED'),
  elsewhere('professional', 'A professional by themself', 'CARER', {
    scope: 'GENERAL_AND_MENTAL_HEALTH',
    state: 'IN_FORCE',
    through: 'PROFESSIONAL',
  }),
  staffOf('author', 'Staff of a team that wrote some of it, and whose access ended', {
    holds: { scope: 'GENERAL', state: 'ENDED', through: 'TEAM' },
    wrote: true,
  }),
  staffOf('former-team', 'Staff of a team whose access to its own discussion ended after one message', {
    holds: { scope: 'ONE_THREAD', state: 'ENDED', through: 'TEAM' },
    kept: true,
  }),
  staffOf('coordinator', 'The coordinator of a team without a grant', { role: 'COORDINATOR' }),
  staffOf('manager', 'The manager of a team without a grant', { role: 'MANAGER' }),
  staffOf('leading', 'The coordinator of a team with GENERAL', {
    role: 'COORDINATOR',
    holds: { scope: 'GENERAL', state: 'IN_FORCE', through: 'TEAM' },
  }),
  ...(['ADMINISTRATOR', 'PRIVACY_OFFICER'] as const).map(
    (office): Viewer => ({
      key: office.toLowerCase(),
      words: office === 'ADMINISTRATOR' ? 'An administrator of the organisation' : 'A privacy officer of it',
      app: 'PROFESSIONAL',
      person: office.toLowerCase(),
      office,
    }),
  ),
  ...(['CARER', 'PROFESSIONAL'] as const).map((app) => elsewhere('patient', 'The patient', app)),
  ...(['PATIENT', 'PROFESSIONAL'] as const).map((app) =>
    elsewhere(full('carer'), 'A carer with all four labels', app, allFour('CARER')),
  ),
  ...(['PATIENT', 'CARER'] as const).map((app) =>
    elsewhere(full('staff'), 'Staff with all four labels', app, allFour('TEAM')),
  ),
  {
    key: 'left',
    words: 'Staff who left a team with all four labels',
    app: 'PROFESSIONAL',
    person: 'left',
    holds: allFour('TEAM'),
    shutOut: 'LEFT_THE_TEAM',
  },
  {
    key: 'disabled',
    words: 'Staff with all four labels whose sign-in was disabled',
    app: 'PROFESSIONAL',
    person: 'disabled',
    team: full('staff'),
    holds: allFour('TEAM'),
    shutOut: 'DISABLED',
  },
];

function elsewhere(person: string, who: string, app: App, holds?: Viewer['holds']): Viewer {
  const words = `${who}, signed in to the ${app.toLowerCase()} app`;
  return { key: `${person}@${app}`, words, app, person, shutOut: 'OTHER_APP', ...(holds && { holds }) };
}
