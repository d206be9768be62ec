/** The record's id in what the import printed. */
export function importedRecord(printed: string): string {
  return found(printed, /^ {2}([A-Za-z0-9_-]{20,44}) {2}/m);
}

/** The link in what `invite` printed. */
export function invitationOf(printed: string): string {
  return found(printed, /(\S*\/(?:patient|carer)\/invitation\/\S+)/);
}

/** Both codes in what `letter` printed. */
export function codesOf(printed: string): { first: string; second: string } {
  return { first: found(printed, /first code +(\S+)/), second: found(printed, /second code +(\S+)/) };
}

function found(printed: string, shape: RegExp): string {
  const match = shape.exec(printed)?.[1];
  if (!match) throw new Error(`There is no ${shape} in what was printed:\n${printed}`);
  return match;
}
