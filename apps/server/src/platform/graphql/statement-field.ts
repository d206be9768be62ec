/**
 * Body of a declared field whose value the statement of its root field brings along (platform/reading). The
 * reading's own resolver takes its place when the schema is built, so it is never called.
 */
export function fromStatement(): never {
  throw new Error('This field is read by the statement of its root field; its type has no reading.');
}
