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
import { NotFound, notFound, Problem } from '../../platform/graphql/problem.type.ts';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { readOne } from '../../platform/reading/read.ts';
import { Receipt } from '../consent/index.ts';
import { openedRecord, PatientRecord } from '../people/index.ts';
import { receiptByGrant } from '../sharing/index.ts';
import { TooManyAttempts, tooManyAttempts } from '../sign-in/index.ts';
import { OpenInEmergencyInput } from './emergency.inputs.ts';
import { openInEmergency } from './emergency.service.ts';

@ObjectType({
  description: 'The emergency summary of a record is open. The patient and the privacy officer are told.',
})
export class OpenedInEmergency {
  reference!: RowId;

  @Field(() => DateTimeText, { description: 'When it closes by itself: 60 minutes after it was opened.' })
  closesAt!: string;

  @Field(() => PatientRecord, { description: 'The record, as far as an emergency shows it.' })
  record!: PatientRecord;

  @Field(() => Receipt, { description: 'What was opened, by whom and why, to keep.' })
  receipt!: Receipt;
}

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'No record has this NHS number, birth date and family name together.',
})
class NoSuchRecord extends Problem {}

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description:
    'There is a record, and it cannot be opened in an emergency: the person decided so, or it is frozen.',
})
class ClosedToEmergencies extends Problem {}

const OpenInEmergencyResult = createUnionType({
  name: 'OpenInEmergencyResult',
  description: 'What came of opening a record in an emergency.',
  types: () => [OpenedInEmergency, NoSuchRecord, ClosedToEmergencies, TooManyAttempts, NotFound] as const,
});

@Resolver(() => OpenedInEmergency)
export class EmergencyResolver {
  @Mutation(() => OpenInEmergencyResult, {
    description:
      'Breaks the glass: opens the emergency summary of one record for 60 minutes, with a reason and a fresh sign-in (staff only; else `FRESH_SIGN_IN_NEEDED`). The one door that says whether a record exists.',
  })
  async openInEmergency(
    @Ctx() context: Context,
    @Arg('input', () => OpenInEmergencyInput, { description: 'Whose record, for which team and why.' })
    input: OpenInEmergencyInput,
  ): Promise<typeof OpenInEmergencyResult> {
    const outcome = await openInEmergency(context, input);
    switch (outcome.is) {
      case 'OPENED':
        return Object.assign(new OpenedInEmergency(), {
          reference: { patient: outcome.patient, row: outcome.row },
          closesAt: outcome.closesAt,
        });
      case 'NO_RECORD':
        return Object.assign(new NoSuchRecord(), {
          message: 'There is no record with this NHS number, date of birth and family name. Check all three.',
        });
      case 'CLOSED':
        return Object.assign(new ClosedToEmergencies(), {
          message: 'This record cannot be opened in an emergency.',
        });
      case 'WAIT':
        return tooManyAttempts(outcome.seconds);
      case 'NOT_THEIR_TEAM':
        return notFound();
    }
  }

  @FieldResolver(() => PatientRecord)
  async record(
    @Root() opened: OpenedInEmergency,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PatientRecord | null> {
    return openedRecord(context, info, opened.reference.patient);
  }

  @FieldResolver(() => Receipt)
  receipt(
    @Root() opened: OpenedInEmergency,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Receipt | null> {
    return readOne(context.scope, info, { root: receiptByGrant, args: opened.reference });
  }
}
