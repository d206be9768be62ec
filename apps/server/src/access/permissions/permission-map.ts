import { allow, type and, type rule } from 'graphql-shield';

/** A rule of graphql-shield. */
export type Rule = ReturnType<ReturnType<typeof rule>> | ReturnType<typeof and> | typeof allow;

/**
 * A line for each type: one rule for all its fields, or one for each field where they differ. A type or field
 * without a line stops the server at its start: nothing is open by being forgotten.
 */
export type PermissionMap = Record<string, Rule | Record<string, Rule>>;

/** For types reached only through a guarded field or mutation: the rows have already been judged. */
export const asItsParent = allow;
/** For doors that stand open to everybody, signed in or not. */
export const anyone = allow;
/** Every other field of a type. */
export const REST = '*';
