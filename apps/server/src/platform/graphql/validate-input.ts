import { type ValidationError, validate } from 'class-validator';
import { badInput, type FieldProblem } from '../problems.ts';

/** Checks an input class where it enters and nowhere else; answers `BAD_USER_INPUT` with `{ path, code }` for each fault. */
export async function validateInput(value: unknown): Promise<void> {
  if (typeof value !== 'object' || value === null) return;
  const faults = await validate(value, { forbidUnknownValues: false });
  if (faults.length > 0) throw badInput(faults.flatMap((fault) => problemsOf(fault)));
}

function problemsOf(fault: ValidationError, above = ''): FieldProblem[] {
  const path = `${above}${fault.property}`;
  const own = Object.keys(fault.constraints ?? {}).map((constraint) => ({ path, code: codeOf(constraint) }));
  return [...own, ...(fault.children ?? []).flatMap((child) => problemsOf(child, `${path}.`))];
}

/** `maxLength` → `MAX_LENGTH`. */
const codeOf = (constraint: string): string =>
  constraint.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
