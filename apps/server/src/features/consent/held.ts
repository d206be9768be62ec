/**
 * True where the viewer holds a grant `g` that lets them see and fits the condition. A scalar look-up and no `exists`:
 * the planner would join an `exists` with every grant of the viewer's, who may have a caseload of 100,000.
 */
export const held = (condition: string): string =>
  `(select true from heldwell.viewer_grant g where ${condition} and 'SEE' = any (g.rights) limit 1)`;

/**
 * The same as something to join, for a list across records: the grant a row is seen by comes with it, signed, so that what
 * it opens need not be asked for again. Of several the first that fits.
 */
export const heldSigned = (condition: string): string =>
  `(select g.signed from heldwell.viewer_grant g where ${condition} and 'SEE' = any (g.rights) limit 1)`;

/**
 * Not withheld from the viewer: from the person themself everything of organisations is until somebody made sure who they
 * are, and what those sent that ask for a check of their own until there is one. From nobody else anything.
 */
export const notWithheld = (it: string): string => `(${it}.source_organisation_id is null
  or ${it}.source_organisation_id <> all ((select heldwell.viewer_withheld())::uuid[]))`;

/** An entry the viewer may see, looked up by itself: by one grant, or because their own team wrote it. */
export const maySeeEntry = (it: string): string => `(not ${it}.frozen and ${notWithheld(it)} and coalesce(
  ${held(`g.patient_id = ${it}.patient_id and (${it}.label = any (g.labels) or g.entry_id = ${it}.id
    or (${it}.label = any (g.summary_labels) and ${it}.kind = any (g.kinds)
      and (${it}.kind <> 'APPOINTMENT' or ${it}.sorted_at >= heldwell.now())))`)},
  ${it}.author_team_id = any (heldwell.viewer_teams()) and not exists (select from heldwell.frozen_record f
    where f.patient_id = ${it}.patient_id), false))`;

/** Grants `g` that open a discussion: one for the record that holds its label, or one for itself. */
export const opensThread = (it: string): string => `g.patient_id = ${it}.patient_id
    and ((g.thread_id is null and ${it}.label = any (g.labels)) or g.thread_id = ${it}.id)`;

/** A discussion the viewer may see. */
export const maySeeThread = (it: string): string => held(opensThread(it));
