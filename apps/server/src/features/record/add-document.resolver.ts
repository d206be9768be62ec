import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  createUnionType,
  Field,
  FieldResolver,
  Info,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import type { RowId } from '../../platform/global-id.ts';
import { NotFound, notFound, SentDifferently, sentDifferently } from '../../platform/graphql/problem.type.ts';
import { FilesNotAttached, filesNotAttached } from '../documents/index.ts';
import { AddDocumentInput } from './add-document.inputs.ts';
import { addDocument } from './add-document.service.ts';
import { Entry } from './entry.type.ts';
import { openedEntry } from './opened-entry.ts';

@ObjectType({ description: 'The document is in the record.' })
export class DocumentAdded {
  reference!: RowId;

  @Field(() => Entry, { description: 'Its entry.' })
  entry!: Entry;
}

const AddDocumentResult = createUnionType({
  name: 'AddDocumentResult',
  description: 'What came of adding a document.',
  types: () => [DocumentAdded, FilesNotAttached, SentDifferently, NotFound] as const,
});

@Resolver()
export class DocumentsResolver {
  @Mutation(() => AddDocumentResult, {
    description:
      'Adds a document to a record, with files that were put up before (the patient, and who holds the label with the right to add). The same id twice is one document.',
  })
  async addDocument(
    @Ctx() context: Context,
    @Arg('input', () => AddDocumentInput, { description: 'The document and its files.' })
    input: AddDocumentInput,
  ): Promise<typeof AddDocumentResult> {
    const outcome = await addDocument(context, input);
    if (outcome.is === 'ADDED') return Object.assign(new DocumentAdded(), { reference: outcome.entry });
    if (outcome.is === 'WITHOUT_FILES') return filesNotAttached();
    return outcome.is === 'DIFFERENT' ? sentDifferently() : notFound();
  }
}

@Resolver(() => DocumentAdded)
export class DocumentAddedResolver {
  @FieldResolver(() => Entry)
  async entry(
    @Root() added: DocumentAdded,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Entry | null> {
    return openedEntry(context, info, added.reference);
  }
}
