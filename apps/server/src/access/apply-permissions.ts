import {
  defaultFieldResolver,
  type GraphQLError,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { allow, shield } from 'graphql-shield';
import { forbidden } from '../platform/problems.ts';
import { guardSubscriptions } from './guard-subscriptions.ts';
import { isRule, type PermissionMap, REST, type Rule } from './permissions/index.ts';
import { refusePartners } from './refuse-partners.ts';

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
  guardFields(schema, rules);
  guardSubscriptions(schema, map);
  refusePartners(schema);
  return schema;
}

/**
 * What a field wants to read in the packet that opens the session (`@Extensions({ ahead })`). It is read by the viewer's
 * own rights and told to nobody before the rule has said yes.
 */
type Ahead = (args: object, context: object, info: GraphQLResolveInfo) => void;

function askAhead({ extensions }: GraphQLField<unknown, unknown>, call: Parameters<Resolve>): void {
  try {
    (extensions.ahead as Ahead | undefined)?.(call[1] as object, call[2] as object, call[3]);
  } catch {
    // Wrong input is refused by whoever reads it next.
  }
}

type Resolve = GraphQLFieldResolver<unknown, unknown>;
/** What shield makes of a rule: asks it, then goes on to the resolver. */
type Guard = (resolve: Resolve, ...call: Parameters<Resolve>) => unknown;

/**
 * Puts shield's guard around the fields that have a rule, and around no other: applied as a middleware of the whole
 * schema it makes every field of every row an asynchronous call, also where the rule is to allow.
 */
function guardFields(schema: GraphQLSchema, rules: Record<string, Record<string, Rule>>): void {
  const shielded = shield(rules, {
    fallbackRule: allow,
    // A rule that said no says null here; anything else was thrown by a resolver and is formatted later.
    fallbackError: (thrown) => (thrown === null ? forbidden() : (thrown as GraphQLError)),
  });
  const guards = shielded.generate(schema) as Record<string, Record<string, Guard>>;
  for (const [type, line] of Object.entries(rules)) {
    const fields = (schema.getType(type) as GraphQLObjectType).getFields();
    for (const name of Object.keys(line)) {
      const field = fields[name] as GraphQLField<unknown, unknown>;
      const guard = guards[type]?.[name];
      if (!guard) throw new Error(`The rule of ${type}.${name} guards nothing.`);
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (...call) => {
        askAhead(field, call);
        return guard(resolve, ...call);
      };
    }
  }
}
