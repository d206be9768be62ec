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
import { NotFound, notFound } from '../../platform/graphql/problem.type.ts';
import { readOne } from '../../platform/reading/read.ts';
import { SharingStop } from '../consent/index.ts';
import { PatientRecord, recordById } from '../people/index.ts';
import {
  DischargeInput,
  EmergencyAccessInput,
  KeepSharingInput,
  ResearchConsentInput,
  StopAllSharingInput,
} from './sharing.inputs.ts';
import { stopById } from './sharing.reading.ts';
import { resumeSharing, type StopReference, stopAllSharing } from './stop-all.service.ts';
import { decideOnResearch, dischargePatient, keepSharing, setEmergencyAccess } from './wishes.service.ts';

@ObjectType({ description: 'All sharing was stopped, or began again as it was.' })
export class AllSharingChanged {
  reference!: StopReference;

  @Field(() => SharingStop, { description: 'The stop.' })
  stop!: SharingStop;

  @Field(() => PatientRecord, { description: 'The record.' })
  record!: PatientRecord;
}

const ResumeSharingResult = createUnionType({
  name: 'ResumeSharingResult',
  description: 'What came of letting sharing begin again.',
  types: () => [AllSharingChanged, NotFound] as const,
});

const read = (context: Context, info: GraphQLResolveInfo, id: string): Promise<PatientRecord | null> =>
  readOne(context.scope, info, { root: recordById, args: { id } });

/** What the patient decides for everybody at once, and a team for itself. */
@Resolver(() => AllSharingChanged)
export class WishesResolver {
  @Mutation(() => AllSharingChanged, {
    description:
      'Stops all sharing at once: only a court’s order and what teams wrote themselves remain. Feeds go on (patient only).',
  })
  async stopAllSharing(
    @Ctx() context: Context,
    @Arg('input', () => StopAllSharingInput, { description: 'Why, if the patient says.' })
    input: StopAllSharingInput,
  ): Promise<AllSharingChanged> {
    const reference = await stopAllSharing(context, input.reason ?? null);
    return Object.assign(new AllSharingChanged(), { reference });
  }

  @Mutation(() => ResumeSharingResult, {
    description: 'Lets everybody have again what they had before sharing was stopped (patient only).',
  })
  async resumeSharing(@Ctx() context: Context): Promise<typeof ResumeSharingResult> {
    const reference = await resumeSharing(context);
    return reference ? Object.assign(new AllSharingChanged(), { reference }) : notFound();
  }

  @Mutation(() => PatientRecord, {
    nullable: true,
    description: 'Settles what an emergency may open from now on (patient only).',
  })
  async setEmergencyAccess(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => EmergencyAccessInput, { description: 'The labels of the summary it opens.' })
    input: EmergencyAccessInput,
  ): Promise<PatientRecord | null> {
    return read(context, info, await setEmergencyAccess(context, input.labels));
  }

  @Mutation(() => PatientRecord, {
    nullable: true,
    description:
      'Notes that the patient has looked at access and leaves it as it is; null when it has changed since (patient only).',
  })
  async keepSharing(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => KeepSharingInput, { description: 'What was looked at.' }) input: KeepSharingInput,
  ): Promise<PatientRecord | null> {
    const id = await keepSharing(context, input);
    return id === null ? null : read(context, info, id);
  }

  @Mutation(() => PatientRecord, {
    nullable: true,
    description: 'Says yes or no to one study; null for a study there is not (patient only).',
  })
  async decideOnResearch(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ResearchConsentInput, { description: 'The study and the answer.' })
    input: ResearchConsentInput,
  ): Promise<PatientRecord | null> {
    const id = await decideOnResearch(context, input);
    return id === null ? null : read(context, info, id);
  }

  @Mutation(() => Boolean, {
    description:
      'Ends a team’s care for a person, and what was given until then; false where the team has none (staff only).',
  })
  dischargePatient(
    @Ctx() context: Context,
    @Arg('input', () => DischargeInput, { description: 'The record, the team and why.' })
    input: DischargeInput,
  ): Promise<boolean> {
    return dischargePatient(context, input);
  }

  @FieldResolver(() => SharingStop)
  stop(
    @Root() changed: AllSharingChanged,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SharingStop | null> {
    return readOne(context.scope, info, { root: stopById, args: changed.reference });
  }

  @FieldResolver(() => PatientRecord)
  record(
    @Root() changed: AllSharingChanged,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PatientRecord | null> {
    return read(context, info, changed.reference.patient);
  }
}
