import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  createUnionType,
  Field,
  FieldResolver,
  Info,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import type { RowId } from '../../platform/global-id.ts';
import { NotFound, notFound } from '../../platform/graphql/problem.type.ts';
import { fromStatement } from '../../platform/graphql/statement-field.ts';
import { readOne } from '../../platform/reading/read.ts';
import { Sharing } from '../consent/index.ts';
import { openedRecord, PatientRecord } from '../people/index.ts';
import { TooManyAttempts, tooManyAttempts } from '../sign-in/index.ts';
import { AnswerAccessRequestInput, AskForAccessInput, AskForMoreInput } from './access-request.inputs.ts';
import { requestById } from './access-request.reading.ts';
import { AccessRequest } from './access-request.type.ts';
import { answerAccessRequest, askForAccess, askForMore } from './access-requests.service.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'If there is such a record, its person has been asked. Found or not, the answer is the same.',
})
class AccessAskedFor {
  @Field(() => String, { description: 'The same sentence always.' })
  message!: string;
}

const AskForAccessResult = createUnionType({
  name: 'AskForAccessResult',
  description: 'What came of asking for access: nothing that says whether there is a record.',
  types: () => [AccessAskedFor, TooManyAttempts] as const,
});

@ObjectType({ description: 'A question for access was answered.' })
export class AccessRequestAnswered {
  reference!: RowId;

  @Field(() => AccessRequest, { description: 'The question, answered.' })
  request!: AccessRequest;

  @Field(() => PatientRecord, { description: 'The record.' })
  record!: PatientRecord;
}

const AnswerAccessRequestResult = createUnionType({
  name: 'AnswerAccessRequestResult',
  description: 'What came of answering a question for access.',
  types: () => [AccessRequestAnswered, NotFound] as const,
});

@Resolver()
export class AccessRequestsResolver {
  @Mutation(() => AskForAccessResult, {
    description:
      'Asks a person for access by NHS number, birth date and family name together. Never says whether there is such a record (staff only).',
  })
  async askForAccess(
    @Ctx() context: Context,
    @Arg('input', () => AskForAccessInput, { description: 'Whom, for whom, and what is asked for.' })
    input: AskForAccessInput,
  ): Promise<typeof AskForAccessResult> {
    const seconds = await askForAccess(context, input);
    if (seconds > 0) return tooManyAttempts(seconds);
    return Object.assign(new AccessAskedFor(), { message: 'If there is a record, we have asked.' });
  }

  @Mutation(() => Boolean, {
    description:
      'Asks for more of a record the viewer sees; false where they see nothing of it (carers and staff).',
  })
  askForMore(
    @Ctx() context: Context,
    @Arg('input', () => AskForMoreInput, { description: 'The record, and what is asked for.' })
    input: AskForMoreInput,
  ): Promise<boolean> {
    return askForMore(context, input);
  }

  @Mutation(() => AnswerAccessRequestResult, {
    description: 'Gives or declines what somebody asked for; a yes is a grant, from now on (patient only).',
  })
  async answerAccessRequest(
    @Ctx() context: Context,
    @Arg('input', () => AnswerAccessRequestInput, { description: 'The question and the answer.' })
    input: AnswerAccessRequestInput,
  ): Promise<typeof AnswerAccessRequestResult> {
    const answered = await answerAccessRequest(context, input);
    return answered
      ? Object.assign(new AccessRequestAnswered(), { reference: answered.request })
      : notFound();
  }
}

@Resolver(() => AccessRequestAnswered)
export class AccessRequestAnsweredResolver {
  @FieldResolver(() => AccessRequest)
  request(
    @Root() answered: AccessRequestAnswered,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AccessRequest | null> {
    return readOne(context.scope, info, { root: requestById, args: answered.reference });
  }

  @FieldResolver(() => PatientRecord)
  record(
    @Root() answered: AccessRequestAnswered,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PatientRecord | null> {
    return openedRecord(context, info, answered.reference.patient);
  }
}

@Resolver(() => PatientRecord)
export class RecordRequestsResolver {
  @FieldResolver(() => Int, {
    description: 'How many of `sharing.requests` wait for an answer; 0 for everybody but the patient.',
  })
  waitingRequestCount(): number {
    return fromStatement();
  }
}

@Resolver(() => Sharing)
export class SharingRequestsResolver {
  @FieldResolver(() => [AccessRequest], {
    description: 'Who asked for access: what waits for an answer first, at most 100.',
  })
  requests(): AccessRequest[] {
    return fromStatement();
  }
}
