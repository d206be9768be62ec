import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  createUnionType,
  Field,
  ID,
  Info,
  Int,
  Mutation,
  Query,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { badInput } from '../../platform/problems.ts';
import { connectionOf, listed } from '../../platform/reading/attach.ts';
import { pageSize } from '../../platform/reading/page.ts';
import { readPage } from '../../platform/reading/read.ts';
import { type PatientRecord, PatientRecordConnection } from '../people/index.ts';
import { allow, openRequest, refuse } from './answer-request.service.ts';
import { AllowAppInput } from './app-request.inputs.ts';
import { AppAnswered, AppRequest, AppRequestOver } from './app-request.type.ts';
import { labelsOf } from './scopes.ts';
import { sharedRecords } from './shared-records.reading.ts';

const AnswerAppResult = createUnionType({
  name: 'AnswerAppResult',
  description: 'What came of answering an app.',
  types: () => [AppAnswered, AppRequestOver] as const,
});

@ArgsType()
class SharedRecordsArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string | null;
}

const answered = (address: string | null): AppAnswered | AppRequestOver =>
  address === null
    ? Object.assign(new AppRequestOver(), { message: 'This question is over. Start again from the app.' })
    : Object.assign(new AppAnswered(), { address });

const issuerOf = ({ services }: Context): string => services.providers?.publicUrl ?? '';

@Resolver()
export class PartnersResolver {
  @Query(() => AppRequest, {
    nullable: true,
    description: 'What an app asks the patient for; null when it asked too long ago or has its answer.',
  })
  async appRequest(
    @Ctx() { services }: Context,
    @Arg('id', () => ID, { description: 'Id of what it asked.' }) id: string,
  ): Promise<AppRequest | null> {
    const request = await openRequest(services, id);
    if (!request) return null;
    const { name, organisation_name, purpose, scopes } = request;
    const labels = labelsOf(scopes);
    return { id, appName: name, organisationName: organisation_name, purpose, labels };
  }

  @Query(() => PatientRecordConnection, {
    description: 'Records that people share with the partner’s app, by family name (partners).',
  })
  async sharedRecords(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => SharedRecordsArgs) args: SharedRecordsArgs,
  ) {
    const rows = await readPage<PatientRecord, SharedRecordsArgs>(context.scope, info, {
      root: sharedRecords,
      args,
    });
    return listed(context, connectionOf(rows, pageSize({ ...args })), info);
  }

  @Mutation(() => AnswerAppResult, {
    description:
      'Lets an app see parts of the own record, as a grant that stands under Sharing and ends there (the patient).',
  })
  async allowApp(
    @Ctx() context: Context,
    @Arg('input', () => AllowAppInput, { description: 'What it may see.' }) input: AllowAppInput,
  ): Promise<typeof AnswerAppResult> {
    const request = await openRequest(context.services, input.request);
    if (!request) return answered(null);
    if (!labelsOf(request.scopes).some((label) => input.labels.includes(label)))
      throw badInput([{ path: 'labels', code: 'CHOOSE_AT_LEAST_ONE' }]);
    const validUntil = input.validUntil ?? null;
    const answering = { context, request, issuer: issuerOf(context) };
    return answered(await allow(answering, { labels: input.labels, validUntil }));
  }

  @Mutation(() => AnswerAppResult, { description: 'Says no to an app (the patient).' })
  async refuseApp(
    @Ctx() context: Context,
    @Arg('request', () => ID, { description: 'Id of what it asked.' }) id: string,
  ): Promise<typeof AnswerAppResult> {
    const request = await openRequest(context.services, id);
    return answered(request && (await refuse({ context, request, issuer: issuerOf(context) })));
  }
}
