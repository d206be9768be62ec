import { type ExecutionArgs, GraphQLError, type GraphQLSchema, getOperationAST } from 'graphql';
import type { Asked } from './documents/asked.ts';
import type { Asker, Vetting } from './documents/vetting.ts';
import { formatError } from './format-error.ts';

const badRequest = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });

/** What a live stream is prepared with. */
export interface Preparing {
  schema: GraphQLSchema;
  vetting: Vetting;
  asker: Asker;
}

/** Parses and checks a document for a live stream; answers what is wrong with it instead. */
export function prepareOperation(
  { schema, vetting, asker }: Preparing,
  asked: Asked,
): ExecutionArgs | readonly GraphQLError[] {
  if (typeof asked?.query !== 'string') return [badRequest('There is no document in the request.')];
  const refused = vetting.refusalOf(asked, asker);
  if (refused) return [safely(refused)];
  const document = vetting.documentOf(asked.query);
  if (!('kind' in document)) return document.map(safely);
  const { operationName, variables } = asked;
  if (getOperationAST(document, operationName)?.operation !== 'subscription')
    return [badRequest('Only a subscription is streamed; send this by HTTP POST.')];
  return { schema, document, operationName, variableValues: variables };
}

/** The error with its sentence as clients may read it. */
function safely(error: GraphQLError): GraphQLError {
  const code = error.extensions.code ?? 'GRAPHQL_VALIDATION_FAILED';
  const { message, extensions } = formatError({ message: error.message, extensions: { code } }, error);
  const { source, positions } = error;
  return new GraphQLError(message, { source, positions, extensions });
}
