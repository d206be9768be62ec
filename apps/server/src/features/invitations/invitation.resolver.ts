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
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import type { RowId } from '../../platform/global-id.ts';
import { Problem } from '../../platform/graphql/problem.type.ts';
import { readOne } from '../../platform/reading/read.ts';
import { CarerInvitation } from '../consent/index.ts';
import { PatientRecord, recordById } from '../people/index.ts';
import { SharingRefused, sharingRefused } from '../sharing/index.ts';
import {
  SignedIn,
  SignInRefused,
  signInRefused,
  TooManyAttempts,
  tooManyAttempts,
  Viewer,
} from '../sign-in/index.ts';
import {
  AcceptInvitationInput,
  InviteCarerInput,
  InviteProfessionalInput,
  WithdrawInvitationInput,
} from './invitation.inputs.ts';
import { invitationById } from './invitation.reading.ts';
import { acceptInvitation, openInvitation } from './invitation.service.ts';
import { Invitation } from './invitation.type.ts';
import { type InviteOutcome, invite, withdrawInvitation } from './invite-carer.service.ts';

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'The link is unknown, used, withdrawn or out of date.',
})
export class InvitationUnusable extends Problem {}

export const invitationUnusable = (): InvitationUnusable =>
  Object.assign(new InvitationUnusable(), {
    message: 'This link can no longer be used. Ask whoever sent it for a new one.',
  });

@ObjectType({ simpleResolvers: true, implements: Problem, description: 'The password will not do.' })
export class PasswordUnsuitable extends Problem {}

export const passwordUnsuitable = (message: string): PasswordUnsuitable =>
  Object.assign(new PasswordUnsuitable(), { message });

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'This person already cares for the record.',
})
class AlreadyCaring extends Problem {}

@ObjectType({ description: 'The invitation is stored.' })
export class CarerInvited {
  reference!: RowId;

  @Field(() => CarerInvitation, { description: 'The invitation.' })
  invitation!: CarerInvitation;

  @Field(() => String, { description: 'Path of the link to pass on; shown only now.' })
  link!: string;

  @Field(() => PatientRecord, { description: 'The record it is for.' })
  record!: PatientRecord;
}

const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  description: 'What came of taking up an invitation.',
  types: () => [SignedIn, InvitationUnusable, SignInRefused, PasswordUnsuitable, TooManyAttempts] as const,
});
const InviteCarerResult = createUnionType({
  name: 'InviteCarerResult',
  description: 'What came of inviting a carer.',
  types: () => [CarerInvited, AlreadyCaring, SharingRefused] as const,
});

function inviteAnswer(outcome: InviteOutcome): typeof InviteCarerResult {
  if (outcome.is === 'INVITED') {
    return Object.assign(new CarerInvited(), { reference: outcome.invitation, link: outcome.link });
  }
  if (outcome.is === 'MORE_THAN_HELD') return sharingRefused('MORE_THAN_HELD');
  return Object.assign(new AlreadyCaring(), {
    message: 'This person can already see the record. Change what they see under Sharing.',
  });
}

@Resolver()
export class InvitationResolver {
  @Query(() => Invitation, {
    nullable: true,
    description: 'What an invitation link is for; null when it cannot be used.',
  })
  async invitation(
    @Ctx() context: Context,
    @Arg('code', () => String, { description: 'The last part of the link.' }) code: string,
  ): Promise<Invitation | null> {
    const found = await openInvitation(context.services, code);
    if (!found) return null;
    return {
      kind: found.kind,
      name: found.name,
      emailHint: hintOf(found.email),
      patientName: found.kind === 'TAKE_UP_RECORD' ? null : found.patient_name,
      organisationName: found.organisation_name,
      labels: found.labels,
      rights: found.rights,
      expiresAt: found.expires_at.toISOString(),
      hasSignIn: found.has_sign_in,
    };
  }

  @Mutation(() => AcceptInvitationResult, {
    description: 'Takes up an invitation and signs in to the app it is for.',
  })
  async acceptInvitation(
    @Ctx() context: Context,
    @Arg('input', () => AcceptInvitationInput, { description: 'The link and a password.' })
    input: AcceptInvitationInput,
  ): Promise<typeof AcceptInvitationResult> {
    const outcome = await acceptInvitation(context, input);
    switch (outcome.is) {
      case 'ACCEPTED':
        return Object.assign(new SignedIn(), { viewer: new Viewer() });
      case 'UNUSABLE':
        return invitationUnusable();
      case 'REFUSED':
        return signInRefused();
      case 'PASSWORD':
        return passwordUnsuitable(outcome.message);
      case 'WAIT':
        return tooManyAttempts(outcome.seconds);
    }
  }

  @Mutation(() => InviteCarerResult, {
    description:
      'Invites a carer by e-mail and answers with a link to pass on (the patient, or who manages sharing).',
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
      'Invites one professional by e-mail, whom no employer here vouches for, and answers with a link to pass on (the patient, or who manages sharing).',
  })
  async inviteProfessional(
    @Ctx() context: Context,
    @Arg('input', () => InviteProfessionalInput, { description: 'Who is invited, and to what.' })
    input: InviteProfessionalInput,
  ): Promise<typeof InviteCarerResult> {
    return inviteAnswer(await invite(context, 'TREAT', input));
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
    return readOne(context.scope, info, { root: recordById, args: { id: invited.reference.patient } });
  }
}

/** `a•••@example.org`: enough to know which address is meant. */
function hintOf(email: string): string {
  const [name = '', host = ''] = email.split('@');
  return `${name.slice(0, 1)}•••@${host}`;
}
