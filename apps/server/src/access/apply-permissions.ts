import { type GraphQLError, type GraphQLSchema, isObjectType } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { allow, shield } from 'graphql-shield';
import { forbidden } from '../platform/problems.ts';
import { guardSubscriptions } from './guard-subscriptions.ts';
import { isRule, type PermissionMap, REST, type Rule } from './permissions/index.ts';

/** The rule of one field, or undefined where nobody wrote a line for it. */
export function ruleFor(map: PermissionMap, type: string, field: string): Rule | undefined {
  const line = map[type];
  if (!line) return undefined;
  return isRule(line) ? line : (line[field] ?? line[REST]);
}

/**
 * Guards a schema. Every field must have a line; fields that are allowed are left as they are, because a guard
 * around each of them would cost more than everything else (shield wraps even what it allows).
 * @throws Error that lists the fields without a line and the lines without a field.
 */
export function applyPermissions(schema: GraphQLSchema, map: PermissionMap): GraphQLSchema {
  const rules: Record<string, Record<string, Rule>> = {};
  const missing: string[] = [];
  const unused = new Set(
    Object.entries(map).flatMap(([type, line]) =>
      isRule(line) ? [type] : Object.keys(line).map((f) => `${type}.${f}`),
    ),
  );
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.keys(type.getFields())) {
      for (const key of [type.name, `${type.name}.${field}`, `${type.name}.${REST}`]) unused.delete(key);
      const found = ruleFor(map, type.name, field);
      if (!found) missing.push(`${type.name}.${field}`);
      else if (found !== allow) rules[type.name] = { ...rules[type.name], [field]: found };
    }
  }
  if (missing.length + unused.size > 0) {
    throw new Error(
      `No permission line for: ${missing.join(', ') || 'none'}. Lines for nothing: ${[...unused].join(', ') || 'none'}.`,
    );
  }
  const guarded = applyMiddleware(
    schema,
    shield(rules, {
      fallbackRule: allow,
      // A rule that said no says null here; anything else was thrown by a resolver and is formatted later.
      fallbackError: (thrown) => (thrown === null ? forbidden() : (thrown as GraphQLError)),
    }),
  );
  guardSubscriptions(guarded, map);
  return guarded;
}
