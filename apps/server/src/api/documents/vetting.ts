import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { AppName } from '../../platform/opened-session.ts';
import type { Asked } from './asked.ts';
import { canonicalHash } from './canonical.ts';
import { costOf, tooDear } from './cost.ts';
import { introspectionIn } from './introspection.ts';
import { latelyAsked } from './lately-asked.ts';
import { asksNothing, BOUNDS, type Bounds, limitCrossed } from './limits.ts';
import type { Register } from './registered.ts';

/** Documents remembered with what was found of them. */
const MOST_REMEMBERED = 1_000;
const MOST_COSTS = 50;
/** Problems of one document that are told. */
const MOST_PROBLEMS = 5;

/** Who sends it, and what that allows. */
export interface Asker {
  app: AppName | null;
  /** May send documents of its own making. */
  mayAskFreely: boolean;
  /** May ask about the schema. */
  mayIntrospect: boolean;
}

interface Found {
  document?: DocumentNode;
  /** What is wrong with it for everybody. */
  refused?: GraphQLError;
  sha256: string;
  /** How much of it asks about the schema itself. */
  introspection: 'NONE' | 'SOME' | 'ALL';
  asksNothing: boolean;
  /** Of validation; looked at when somebody asks freely, or for a stream. */
  problems?: readonly GraphQLError[];
  /** What it cost with numbers and switches asked before: nothing else of its variables counts. */
  costs: Map<string, number>;
}

const refusal = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });
const notRegistered = refusal(
  'DOCUMENT_NOT_REGISTERED',
  'A session of an app may send only documents the apps are known to send. Send your own with a bearer token.',
);
const noIntrospection = new GraphQLError('Asking about the schema needs the scope “schema:introspect”.', {
  extensions: { code: 'FORBIDDEN', needs: 'schema:introspect' },
});

/** Judges documents before anything of them runs: their size for everybody, and who may send which. */
export class Vetting {
  private readonly schema: GraphQLSchema;
  private readonly register: Register;
  private readonly remembered = latelyAsked<Found>(MOST_REMEMBERED);

  private readonly bounds: Bounds;

  constructor(schema: GraphQLSchema, register: Register, bounds: Bounds = BOUNDS) {
    this.schema = schema;
    this.register = register;
    this.bounds = bounds;
  }

  /** Why a document is not answered; undefined when it may go on to be validated and run. */
  refusalOf(asked: Asked, asker: Asker): GraphQLError | undefined {
    const found = this.find(asked.query);
    if (found.refused) return found.refused;
    if (found.asksNothing || this.register.has(asker.app, found.sha256)) return undefined;
    if (!asker.mayAskFreely) return notRegistered;
    if (found.introspection !== 'NONE' && !asker.mayIntrospect) return noIntrospection;
    return this.dearness(found, asked);
  }

  /** The document of a text that was not refused, parsed and validated once for all who send it; else what is wrong. */
  documentOf(query: string): DocumentNode | readonly GraphQLError[] {
    const found = this.find(query);
    if (!found.document) return found.refused ? [found.refused] : [];
    found.problems ??= validate(this.schema, found.document, specifiedRules, { maxErrors: MOST_PROBLEMS });
    return found.problems.length > 0 ? found.problems : found.document;
  }

  /** A document that is not valid costs nothing: it is refused further on, with its places. */
  private dearness(found: Found, asked: Asked): GraphQLError | undefined {
    const { document } = found;
    if (!document || found.introspection === 'ALL') return undefined;
    const isValid = !Array.isArray(this.documentOf(asked.query));
    const cost = isValid ? this.costIn(found.costs, document, asked) : 0;
    return cost > this.bounds.cost ? tooDear(cost, this.bounds.cost) : undefined;
  }

  private costIn(costs: Map<string, number>, document: DocumentNode, asked: Asked): number {
    const key = `${asked.operationName ?? ''} ${JSON.stringify(asked.variables ?? {}, withoutWords)}`;
    const known = costs.get(key) ?? costOf(this.schema, document, asked);
    // A variable that does not fit costs nothing now, and may fit the next time.
    if (known > 0 && costs.size < MOST_COSTS && key.length < 500) costs.set(key, known);
    return known;
  }

  private find(query: string): Found {
    const known = this.remembered.get(query);
    if (known) return known;
    const found = this.look(query);
    this.remembered.set(query, found);
    return found;
  }

  private look(query: string): Found {
    const nothing = {
      sha256: '',
      introspection: 'NONE' as const,
      asksNothing: false,
      costs: new Map<string, number>(),
    };
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: this.bounds.tokens });
    } catch (error) {
      return { ...nothing, refused: unreadable(error as GraphQLError) };
    }
    const refused = limitCrossed(document, this.bounds);
    if (refused) return { ...nothing, refused };
    return {
      ...nothing,
      document,
      sha256: canonicalHash(document),
      introspection: introspectionIn(document),
      asksNothing: asksNothing(document),
    };
  }
}

/** What somebody writes in a variable costs nothing, wherever in it that stands. */
const withoutWords = (_name: string, value: unknown): unknown => (typeof value === 'string' ? '' : value);

/** A text that is no document: where, and not what stands there. */
const unreadable = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, {
    ...(error.source && { source: error.source }),
    ...(error.positions && { positions: error.positions }),
    extensions: { code: 'GRAPHQL_PARSE_FAILED' },
  });
