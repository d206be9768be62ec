import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
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
import { readId } from '../../platform/global-id.ts';
import { connectionType, PageArgs } from '../../platform/graphql/paging.ts';
import { NotFound, notFound } from '../../platform/graphql/problem.type.ts';
import { fromStatement } from '../../platform/graphql/statement-field.ts';
import { readOne } from '../../platform/reading/read.ts';
import { Carer, Grant, GrantVersion, Sharing } from '../consent/index.ts';
import { PatientRecord, recordById } from '../people/index.ts';
import {
  ChangeSharingInput,
  LeaveRecordInput,
  ShareWithTeamInput,
  StopSharingInput,
} from './sharing.inputs.ts';
import { grantById } from './sharing.reading.ts';
import {
  changeSharing,
  type GrantReference,
  leaveRecord,
  shareWithTeam,
  stopSharing,
} from './sharing.service.ts';

const GrantVersionConnection = connectionType('GrantVersionConnection', () => GrantVersion);
type GrantVersionConnection = InstanceType<typeof GrantVersionConnection>;

@ObjectType({ description: 'Sharing was changed; it holds from this moment.' })
export class SharingChanged {
  reference!: GrantReference;

  @Field(() => Grant, { description: 'The grant as it now stands.' })
  grant!: Grant;

  @Field(() => PatientRecord, { description: 'The record it is for.' })
  record!: PatientRecord;
}

const ShareResult = createUnionType({
  name: 'ShareResult',
  description: 'What came of changing who may see the record.',
  types: () => [SharingChanged, NotFound] as const,
});

const answered = (reference: GrantReference | null): SharingChanged | NotFound =>
  reference ? Object.assign(new SharingChanged(), { reference }) : notFound();

@Resolver(() => SharingChanged)
export class SharingResolver {
  @Mutation(() => ShareResult, {
    description:
      'Gives a team access to the own record, or changes what it has: one grant a team (patient only).',
  })
  async shareWithTeam(
    @Ctx() context: Context,
    @Arg('input', () => ShareWithTeamInput, { description: 'The team and what it gets.' })
    input: ShareWithTeamInput,
  ): Promise<typeof ShareResult> {
    return answered(await shareWithTeam(context, input));
  }

  @Mutation(() => ShareResult, {
    description: 'Writes a new version of a grant; without labels use stopSharing (patient only).',
  })
  async changeSharing(
    @Ctx() context: Context,
    @Arg('input', () => ChangeSharingInput, { description: 'The grant and its new terms.' })
    input: ChangeSharingInput,
  ): Promise<typeof ShareResult> {
    return answered(await changeSharing(context, input));
  }

  @Mutation(() => ShareResult, {
    description: 'Ends a grant at once, with every open page and stream behind it (patient only).',
  })
  async stopSharing(
    @Ctx() context: Context,
    @Arg('input', () => StopSharingInput, { description: 'The grant to end.' }) input: StopSharingInput,
  ): Promise<typeof ShareResult> {
    return answered(await stopSharing(context, input));
  }

  @Mutation(() => Boolean, { description: 'Gives up the own access as a carer. True when there was any.' })
  leaveRecord(
    @Ctx() context: Context,
    @Arg('input', () => LeaveRecordInput, { description: 'The record to leave.' }) input: LeaveRecordInput,
  ): Promise<boolean> {
    return leaveRecord(context, readId('RECORD', input.record));
  }

  @FieldResolver(() => Grant)
  grant(
    @Root() changed: SharingChanged,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Grant | null> {
    return readOne(context.scope, info, { root: grantById, args: changed.reference });
  }

  @FieldResolver(() => PatientRecord)
  record(
    @Root() changed: SharingChanged,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PatientRecord | null> {
    return readOne(context.scope, info, { root: recordById, args: { id: changed.reference.patient } });
  }
}

@Resolver(() => PatientRecord)
export class RecordSharingResolver {
  @FieldResolver(() => Sharing, {
    nullable: true,
    description: 'Who may see what now, and what was (patient only).',
  })
  sharing(): Sharing {
    return fromStatement();
  }

  @FieldResolver(() => [Carer], {
    description: 'Carers of this record: who can be copied in (patient only).',
  })
  carers(): Carer[] {
    return fromStatement();
  }
}

@Resolver(() => Sharing)
export class SharingHistoryResolver {
  @FieldResolver(() => GrantVersionConnection, {
    description: 'Every version of every grant, newest first, kept for ever.',
  })
  history(@Args(() => PageArgs) _page: PageArgs): GrantVersionConnection {
    return fromStatement();
  }
}
