/**
 * True where the viewer holds a grant `g` that lets them see and fits the condition. A scalar look-up and no `exists`:
 * the planner would join an `exists` with every grant of the viewer's, who may have a caseload of 100,000.
 */
export const held = (condition: string): string =>
  `(select true from heldwell.viewer_grant g where ${condition} and 'SEE' = any (g.rights) limit 1)`;
