import { badInput } from './problems.ts';

/** A statement with its values. */
export interface SqlStatement {
  text: string;
  values?: unknown[];
  /** Prepared once a connection under this name. */
  name?: string;
}

/**
 * PostgreSQL's text holds every character but NUL.
 * @throws GraphQLError `BAD_USER_INPUT` where a value holds it.
 */
export function refuseNul({ values = [] }: SqlStatement): void {
  const holdsNul = (value: unknown): boolean =>
    typeof value === 'string' ? value.includes('\u0000') : Array.isArray(value) && value.some(holdsNul);
  if (values.some(holdsNul)) throw badInput([{ path: '', code: 'HOLDS_NUL' }]);
}

/** Whether two are the same statement with the same values. */
export const isSame = (one: SqlStatement, other: SqlStatement): boolean =>
  one.name === other.name &&
  one.text === other.text &&
  JSON.stringify(one.values) === JSON.stringify(other.values);
