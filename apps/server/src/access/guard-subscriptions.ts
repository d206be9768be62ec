import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { forbidden } from '../platform/problems.ts';
import { isRule, type PermissionMap, type Rule } from './permissions/index.ts';

type Subscribe = GraphQLFieldResolver<unknown, unknown>;
/** What shield's own middleware hands to a rule. */
type Judge = (...call: [...Parameters<Subscribe>, options: object]) => Promise<unknown>;
const options = { allowExternalErrors: false, debug: false };

/**
 * Puts each subscription's rule before its `subscribe` too: shield guards only what is delivered, so that a denied
 * stream would open, stay open, and tell by its silence when something happens.
 * @throws Error for a subscription without a rule of its own.
 */
export function guardSubscriptions(schema: GraphQLSchema, map: PermissionMap): void {
  const lines = map.Subscription;
  for (const [name, field] of Object.entries(schema.getSubscriptionType()?.getFields() ?? {})) {
    const found = lines && !isRule(lines) ? lines[name] : undefined;
    const { subscribe } = field;
    if (!found || !subscribe) throw new Error(`Subscription.${name} has no rule of its own or no subscribe.`);
    field.subscribe = guarded(found, subscribe);
  }
}

function guarded(rule: Rule, subscribe: Subscribe): Subscribe {
  const judge = rule.resolve.bind(rule) as unknown as Judge;
  return async (...call: Parameters<Subscribe>) => {
    const verdict = await judge(...call, options);
    if (verdict === true) return subscribe(...call);
    throw verdict instanceof Error ? verdict : forbidden();
  };
}
