import { defaultFieldResolver, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Context } from '../platform/context.ts';
import { forbidden } from '../platform/problems.ts';

/** Questions a partner's token may ask; what they answer is decided by grants and the token's scope. */
const ASKED_BY_PARTNERS: readonly string[] = ['sharedRecords', 'record', 'entry', 'thread'];

/** Keeps partners to questions of theirs: no command, no stream, and nothing that is about the one who is signed in. */
export function refusePartners(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const root of roots) if (root) refuseIn(root, root === schema.getQueryType() ? ASKED_BY_PARTNERS : []);
}

function refuseIn(root: GraphQLObjectType, open: readonly string[]): void {
  for (const [name, field] of Object.entries(root.getFields())) {
    if (open.includes(name)) continue;
    const { resolve = defaultFieldResolver, subscribe } = field;
    const refuse = (context: unknown) => {
      if ((context as Context).credentials?.app === 'PARTNER') throw forbidden('PERSON');
    };
    field.resolve = (...call) => {
      refuse(call[2]);
      return resolve(...call);
    };
    if (!subscribe) continue;
    field.subscribe = (...call) => {
      refuse(call[2]);
      return subscribe(...call);
    };
  }
}
