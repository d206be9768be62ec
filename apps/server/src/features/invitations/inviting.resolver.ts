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
import { readOne } from '../../platform/reading/read.ts';
import { CarerInvitation } from '../consent/index.ts';
import { openedRecord, PatientRecord } from '../people/index.ts';
import { SharingRefused, sharingRefused } from '../sharing/index.ts';
import { TooManyAttempts, tooManyAttempts } from '../sign-in/index.ts';
import {
  InviteCarerInput,
  InviteProfessionalInput,
  ResendInvitationInput,
  WithdrawInvitationInput,
} from './invitation.inputs.ts';
import { invitationById } from './invitation.reading.ts';
import { type InviteOutcome, invite, withdrawInvitation } from './invite-carer.service.ts';
import { resendInvitation } from './resend-invitation.service.ts';

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'This person already cares for the record.',
})
class AlreadyCaring extends Problem {}

@ObjectType({ description: 'The invitation is stored, and on its way.' })
export class CarerInvited {
  reference!: RowId;

  @Field(() => CarerInvitation, { description: 'The invitation.' })
  invitation!: CarerInvitation;

  @Field(() => String, {
    nullable: true,
    description: 'Path of the link to pass on, shown only now; null where it was mailed.',
  })
  link!: string | null;

  @Field(() => PatientRecord, { description: 'The record it is for.' })
  record!: PatientRecord;
}

const InviteCarerResult = createUnionType({
  name: 'InviteCarerResult',
  description: 'What came of inviting a carer.',
  types: () => [CarerInvited, AlreadyCaring, SharingRefused, TooManyAttempts] as const,
});
const ResendInvitationResult = createUnionType({
  name: 'ResendInvitationResult',
  description: 'What came of sending an invitation again.',
  types: () => [CarerInvited, NotFound, TooManyAttempts] as const,
});

const invited = (reference: RowId, link: string | null): CarerInvited =>
  Object.assign(new CarerInvited(), { reference, link });

function inviteAnswer(outcome: InviteOutcome): typeof InviteCarerResult {
  if (outcome.is === 'INVITED') return invited(outcome.invitation, outcome.link);
  if (outcome.is === 'WAIT') return tooManyAttempts(outcome.seconds);
  if (outcome.is === 'MORE_THAN_HELD') return sharingRefused('MORE_THAN_HELD');
  return Object.assign(new AlreadyCaring(), {
    message: 'This person can already see the record. Change what they see under Sharing.',
  });
}

/** Inviting carers and individual professionals. */
@Resolver()
export class InvitingResolver {
  @Mutation(() => InviteCarerResult, {
    description:
      'Invites a carer: mails the link, or answers with it where no mails are sent (the patient, or who manages sharing).',
  })
  async inviteCarer(
    @Ctx() context: Context,
    @Arg('input', () => InviteCarerInput, { description: 'Who is invited, and to what.' })
    input: InviteCarerInput,
  ): Promise<typeof InviteCarerResult> {
    return inviteAnswer(await invite(context, 'CARE_FOR', input));
  }

  @Mutation(() => InviteCarerResult, {
    description:
      'Invites one professional whom no employer here vouches for, likewise (the patient, or who manages sharing).',
  })
  async inviteProfessional(
    @Ctx() context: Context,
    @Arg('input', () => InviteProfessionalInput, { description: 'Who is invited, and to what.' })
    input: InviteProfessionalInput,
  ): Promise<typeof InviteCarerResult> {
    return inviteAnswer(await invite(context, 'TREAT', input));
  }

  @Mutation(() => ResendInvitationResult, {
    description:
      'Sends an invitation again with a new link; the one before stops working (whoever invited, and the patient).',
  })
  async resendInvitation(
    @Ctx() context: Context,
    @Arg('input', () => ResendInvitationInput, { description: 'The invitation.' })
    input: ResendInvitationInput,
  ): Promise<typeof ResendInvitationResult> {
    const outcome = await resendInvitation(context, input);
    if (outcome.is === 'GONE') return notFound();
    return outcome.is === 'WAIT'
      ? tooManyAttempts(outcome.seconds)
      : invited(outcome.invitation, outcome.link);
  }

  @Mutation(() => Boolean, {
    description:
      'Makes an invitation useless; false when it was used or withdrawn before (whoever invited, and the patient).',
  })
  withdrawInvitation(
    @Ctx() context: Context,
    @Arg('input', () => WithdrawInvitationInput, { description: 'The invitation.' })
    input: WithdrawInvitationInput,
  ): Promise<boolean> {
    return withdrawInvitation(context, input);
  }
}

@Resolver(() => CarerInvited)
export class CarerInvitedResolver {
  @FieldResolver(() => CarerInvitation)
  invitation(
    @Root() invited: CarerInvited,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CarerInvitation | null> {
    return readOne(context.scope, info, { root: invitationById, args: invited.reference });
  }

  @FieldResolver(() => PatientRecord)
  record(
    @Root() invited: CarerInvited,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PatientRecord | null> {
    return openedRecord(context, info, invited.reference.patient);
  }
}
