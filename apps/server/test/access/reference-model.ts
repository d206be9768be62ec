/**
 * Who may see what, said once more from the product's description and from nothing in the code: small enough to be
 * read in one sitting, so that the code and this can only be wrong together by two mistakes of one kind.
 */
export const LABELS = ['GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE', 'UNLABELLED'] as const;
export type Label = (typeof LABELS)[number];
/** The four that are given; UNLABELLED is seen by whoever holds them all, and by nobody else. */
const GIVEN = LABELS.slice(0, 4);

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
  staffOf('author', 'Staff of a team that wrote some of it, without a grant', { wrote: true }),
  staffOf('former-team', 'Staff of a team whose access to its own discussion ended after one message', {
    holds: { scope: 'ONE_THREAD', state: 'ENDED', through: 'TEAM' },
    kept: true,
  }),
  staffOf('coordinator', 'The coordinator of a team without a grant', { role: 'COORDINATOR' }),
  staffOf('manager', 'The manager of a team without a grant', { role: 'MANAGER' }),
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

/** What somebody sees of the record. */
export interface Sight {
  isPatient: boolean;
  labels: ReadonlySet<Label>;
  /** Discussions seen one by one, whatever their label. */
  threads: ReadonlySet<string>;
  /** The summary of an emergency, under every label. */
  summary: boolean;
  /** The one entry seen by itself, as its kind and label. */
  entry: string | null;
  /** The team whose own writing is seen. */
  author: string | null;
  /** A discussion of which the first message is kept, and nothing that came after. */
  kept: string | null;
}

/** What an emergency shows; appointments only those to come, as all of the world's are. */
const SUMMARY_KINDS = ['ALLERGY', 'MEDICINE', 'CONDITION', 'CARE_PLAN', 'APPOINTMENT'];
/** The entry of a grant for one. */
export const ONE_ENTRY = { kind: 'DOCUMENT', label: 'MENTAL_HEALTH' } as const;

/** The one discussion of a grant for one: a carer's is one with the front team, a team's its own. */
export const threadOf = (viewer: Viewer): string =>
  viewer.holds?.through === 'CARER' ? 'front:MENTAL_HEALTH' : `own:${viewer.key}`;

const NOTHING: Sight = {
  isPatient: false,
  labels: new Set(),
  threads: new Set(),
  summary: false,
  entry: null,
  author: null,
  kept: null,
};

/** The order of judgement: the patient themself; what their own team wrote; a grant in force; else no. */
export function sightOf(viewer: Viewer): Sight {
  if (viewer.owns === 'RECORD') return { ...NOTHING, isPatient: true, labels: new Set(LABELS) };
  if (viewer.wrote) return { ...NOTHING, author: viewer.key };
  if (viewer.kept) return { ...NOTHING, kept: threadOf(viewer) };
  const { holds } = viewer;
  if (!holds || viewer.shutOut || !['IN_FORCE', 'NARROWED'].includes(holds.state)) return NOTHING;
  if (holds.scope === 'SUMMARY') return { ...NOTHING, summary: true };
  if (holds.scope === 'ONE_ENTRY') return { ...NOTHING, entry: `${ONE_ENTRY.kind} ${ONE_ENTRY.label}` };
  if (holds.scope === 'ONE_THREAD') return { ...NOTHING, threads: new Set([threadOf(viewer)]) };
  return { ...NOTHING, labels: withUnlabelled(labelsAfter(holds.scope, holds.state)) };
}

/** What a grant gave at first; what was narrowed had one label more. */
export const labelsAtFirst = (scope: Scope, state: GrantState): Label[] => {
  if (scope === 'ALL_FOUR' || scope === 'ONE_THREAD') return GIVEN;
  const labels: Label[] = scope === 'GENERAL' ? ['GENERAL'] : ['GENERAL', 'MENTAL_HEALTH'];
  return state === 'NARROWED' && scope === 'GENERAL' ? [...labels, 'SOCIAL_CARE'] : labels;
};

/** What it gives now: narrowing takes the last of two, and MENTAL_HEALTH of all four. */
export function labelsAfter(scope: Scope, state: GrantState): Label[] {
  const first = labelsAtFirst(scope, state);
  if (state !== 'NARROWED') return first;
  if (scope === 'ALL_FOUR') return first.filter((label) => label !== 'MENTAL_HEALTH');
  return first.slice(0, -1);
}

const withUnlabelled = (labels: readonly Label[]): ReadonlySet<Label> =>
  new Set(GIVEN.every((label) => labels.includes(label)) ? LABELS : labels);

/** What keeps a thing: which sight it takes to see it. */
export type Guard =
  /** Who it is: whoever may see anything of the record. */
  | { is: 'NAME' }
  /** NHS number, address and the like: GENERAL. */
  | { is: 'IDENTITY' }
  /** An entry; an earlier version that carried another label takes both. */
  | { is: 'ENTRY'; label: Label; kind: string; also?: Label; by?: string }
  | { is: 'THREAD'; label: Label; thread: string }
  /** What a discussion says of its newest message. */
  | { is: 'THREAD_NOW'; label: Label; thread: string }
  | { is: 'MESSAGE'; label: Label; thread: string; position: number }
  /** What a privacy officer's desk lists. */
  | { is: 'DESK' }
  /** A grant: the patient, and whoever holds it. */
  | { is: 'GRANT'; of: string }
  | { is: 'PATIENT_ALONE' }
  /** Who somebody is: themself, and the patient, who sees everyone who looked. */
  | { is: 'PERSON'; of: string }
  /** Another patient's things. */
  | { is: 'OTHER_RECORD' };

export const seesAnything = (sight: Sight): boolean =>
  sight.isPatient || sight.labels.size + sight.threads.size > 0 || sight.summary || seesOne(sight);
const seesOne = (sight: Sight): boolean => (sight.entry ?? sight.author ?? sight.kept) !== null;

/** An entry: by its label, in a summary, by itself or by its author; an earlier version under another label takes both. */
function seesEntry(sight: Sight, entry: Extract<Guard, { is: 'ENTRY' }>): boolean {
  const { label, kind, by, also = label } = entry;
  if (also !== label && !sight.labels.has(also)) return false;
  if (sight.labels.has(label) || sight.entry === `${kind} ${label}`) return true;
  return (sight.summary && SUMMARY_KINDS.includes(kind)) || (by !== undefined && by === sight.author);
}

const seesThread = (sight: Sight, { label, thread }: { label: Label; thread: string }): boolean =>
  sight.labels.has(label) || sight.threads.has(thread);

/** Whether a viewer may see what a guard keeps. */
export function maySee(viewer: Viewer, guard: Guard): boolean {
  const sight = sightOf(viewer);
  switch (guard.is) {
    case 'NAME':
      return seesAnything(sight);
    case 'IDENTITY':
      return sight.labels.has('GENERAL') || sight.summary;
    case 'ENTRY':
      return seesEntry(sight, guard);
    case 'THREAD':
      return seesThread(sight, guard) || sight.kept === guard.thread;
    case 'THREAD_NOW':
      return seesThread(sight, guard);
    case 'MESSAGE':
      return seesThread(sight, guard) || (sight.kept === guard.thread && guard.position === 1);
    case 'DESK':
      return viewer.office === 'PRIVACY_OFFICER';
    case 'GRANT':
      return sight.isPatient || (guard.of === viewer.key && seesAnything(sight));
    case 'PERSON':
      return sight.isPatient || guard.of === viewer.person || viewer.office === 'PRIVACY_OFFICER';
    case 'PATIENT_ALONE':
      return sight.isPatient;
    case 'OTHER_RECORD':
      return viewer.owns === 'OTHER_RECORD' || viewer.key === 'other-organisation';
  }
}
