import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  createUnionType,
  Extensions,
  Field,
  FieldResolver,
  ID,
  Info,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { type RowId, readId, readRowId } from '../../platform/global-id.ts';
import { NotFound, notFound } from '../../platform/graphql/problem.type.ts';
import { readAhead, readOne } from '../../platform/reading/read.ts';
import { openedRecord, PatientRecord, recordById } from '../people/index.ts';
import { entryById } from './entry.reading.ts';
import { Entry } from './entry.type.ts';
import { openedEntry } from './opened-entry.ts';
import { RelabelEntryInput } from './record.inputs.ts';
import { relabelEntry } from './relabel.service.ts';

@ObjectType({ description: 'The label was changed, with its history kept.' })
export class EntryRelabelled {
  reference!: RowId;

  @Field(() => Entry, { description: 'The entry under its new label.' })
  entry!: Entry;
}

const RelabelEntryResult = createUnionType({
  name: 'RelabelEntryResult',
  description: 'What came of changing a label.',
  types: () => [EntryRelabelled, NotFound] as const,
});

const recordAhead = ({ id }: { id: string }, { scope }: Context, info: GraphQLResolveInfo): void =>
  readAhead(scope, info, { root: recordById, args: { id: readId('RECORD', id) } });

@Resolver()
export class RecordResolver {
  @Extensions({ ahead: recordAhead })
  @Query(() => PatientRecord, {
    nullable: true,
    description:
      'A record the viewer may see; null when it does not exist or is hidden: the two answers are the same.',
  })
  async record(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The id of the record.' }) id: string,
  ): Promise<PatientRecord | null> {
    return openedRecord(context, info, readId('RECORD', id));
  }

  @Query(() => Entry, {
    nullable: true,
    description: 'One entry of a record; null when it does not exist or is hidden.',
  })
  async entry(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The id of the entry.' }) id: string,
  ): Promise<Entry | null> {
    return openedEntry(context, info, readRowId('ENTRY', id));
  }

  @Mutation(() => RelabelEntryResult, {
    description: "Changes an entry's privacy label, for everybody and at once (patient only).",
  })
  async relabelEntry(
    @Ctx() context: Context,
    @Arg('input', () => RelabelEntryInput, { description: 'The entry and its new label.' })
    input: RelabelEntryInput,
  ): Promise<typeof RelabelEntryResult> {
    const reference = await relabelEntry(context, input);
    return reference ? Object.assign(new EntryRelabelled(), { reference }) : notFound();
  }
}

@Resolver(() => EntryRelabelled)
export class EntryRelabelledResolver {
  @FieldResolver(() => Entry)
  entry(
    @Root() changed: EntryRelabelled,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Entry | null> {
    return readOne(context.scope, info, { root: entryById, args: changed.reference });
  }
}
