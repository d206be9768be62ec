import { type GraphQLSchema, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { type Operation, operationsOf } from './operations.ts';
import { FARTHEST } from './paths.ts';
import type { World } from './world.ts';

/** The shortest way to every field: for each type the fields behind it that nothing shorter leads to. */
export function shortestWays(schema: GraphQLSchema, world: World): Operation[] {
  const met = new Set<string>();
  return Array.from({ length: FARTHEST.deepest - 1 }, (_, behind) => behind + 2)
    .flatMap((deepest) => operationsOf(schema, world, { deepest, together: 1 }))
    .filter((operation) => {
      const before = met.size;
      for (const field of fieldsOf(schema, operation.text)) met.add(field);
      return met.size > before;
    });
}

/** Every field an operation asks for, as `Type.field`. */
export function fieldsOf(schema: GraphQLSchema, text: string): Set<string> {
  const info = new TypeInfo(schema);
  const fields = new Set<string>();
  const Field = () => {
    const [type, field] = [info.getParentType(), info.getFieldDef()];
    if (type && field && !field.name.startsWith('__')) fields.add(`${type.name}.${field.name}`);
  };
  visit(parse(text), visitWithTypeInfo(info, { Field }));
  return fields;
}
