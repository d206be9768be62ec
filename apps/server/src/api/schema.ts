import 'reflect-metadata';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { applyPermissions } from '../access/apply-permissions.ts';
import { permissions } from '../access/permissions/index.ts';
import type { Context } from '../platform/context.ts';
import { validateInput } from '../platform/graphql/validate-input.ts';
import { attachReadings, nameTypesDirectly } from '../platform/reading/attach.ts';
import { resolvers } from './resolvers.ts';

/** type-graphql asks for one where there are subscriptions; ours bring their own streams (`platform/stream.ts`). */
const unusedPubSub = {
  publish: (): never => unused(),
  subscribe: (): never => unused(),
};
const unused = (): never => {
  throw new Error('Subscriptions listen to the event bus, not to the schema.');
};

/** The schema without its guards: for printing and for tests of what lies beneath the rules. */
export function buildBareSchema(): GraphQLSchema {
  const schema = buildSchemaSync({ resolvers, validateFn: validateInput, pubSub: unusedPubSub });
  attachReadings(schema);
  nameTypesDirectly(schema);
  undoFailedCommands(schema);
  return schema;
}

/** Nothing is half stored: a command that fails undoes the whole operation. */
function undoFailedCommands(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (!resolve) continue;
    field.resolve = async (...call: Parameters<typeof resolve>) => {
      try {
        return (await resolve(...call)) as unknown;
      } catch (error) {
        (call[2] as Context).scope.undo();
        throw error;
      }
    };
  }
}

/** The schema as it is served: each field with its rule, each subscription guarded before it opens. */
export const buildGuardedSchema = (): GraphQLSchema => applyPermissions(buildBareSchema(), permissions);

/** The schema as people read it, in a fixed order. */
export const printedSchema = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;
