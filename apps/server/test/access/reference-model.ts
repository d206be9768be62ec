import { type GrantState, LABELS, type Label, type Scope, type Viewer } from './viewers.ts';

/**
 * Who may see what, said once more from the product's description and from nothing in the code: small enough to be
 * read in one sitting, so that the code and this can only be wrong together by two mistakes of one kind.
 */

/** The four that are given; UNLABELLED is seen by whoever holds them all, and by nobody else. */
const GIVEN = LABELS.slice(0, 4);

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
  /** NHS number, address, whom to call and the like: GENERAL. */
  | { is: 'IDENTITY' }
  /** An entry; an earlier version that carried another label takes both. */
  | { is: 'ENTRY'; label: Label; kind: string; also?: Label; by?: string }
  | { is: 'THREAD'; label: Label; thread: string }
  /** What a discussion says of its newest message. */
  | { is: 'THREAD_NOW'; label: Label; thread: string }
  | { is: 'MESSAGE'; label: Label; thread: string; position: number }
  /** What a privacy officer's desk lists. */
  | { is: 'DESK' }
  /** Claims of the record, and acts on it: those who lead a team that cares for the patient. */
  | { is: 'LEADS' }
  /** A grant: the patient, and whoever holds it. */
  | { is: 'GRANT'; of: string }
  | { is: 'PATIENT_ALONE' }
  /** Who somebody is: themself, the patient, who sees everyone who looked, and those with an office over staff. */
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
    case 'LEADS':
      return viewer.role !== undefined && sight.labels.size > 0;
    case 'GRANT':
      return sight.isPatient || (guard.of === viewer.key && seesAnything(sight));
    case 'PERSON':
      return sight.isPatient || guard.of === viewer.person || viewer.office !== undefined;
    case 'PATIENT_ALONE':
      return sight.isPatient;
    case 'OTHER_RECORD':
      return viewer.owns === 'OTHER_RECORD' || viewer.key === 'other-organisation';
  }
}
