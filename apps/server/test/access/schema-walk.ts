import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/** Every named thing of a schema that a client can read about, with its description. */
export function describedParts(schema: GraphQLSchema): { name: string; description: string }[] {
  const found: { name: string; description: string }[] = [];
  const note = (name: string, part: { description?: string | null | undefined }) =>
    found.push({ name, description: part.description?.trim() ?? '' });
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    // The three roots are where everything begins; GraphQL itself says what they are.
    if (!['Query', 'Mutation', 'Subscription'].includes(type.name)) note(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) note(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type) || isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        note(`${type.name}.${field.name}`, field);
        for (const arg of 'args' in field ? field.args : []) {
          note(`${type.name}.${field.name}(${arg.name})`, arg);
        }
      }
    }
  }
  return found;
}
