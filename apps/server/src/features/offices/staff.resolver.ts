import { Arg, Ctx, createUnionType, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { readId } from '../../platform/global-id.ts';
import {
  InvitationForAnother,
  InvitationUnusable,
  invitationForAnother,
  invitationUnusable,
} from '../invitations/index.ts';
import { TeamRole } from '../organisations/index.ts';
import { PasswordUnsuitable, passwordUnsuitable } from '../registration/index.ts';
import { SignInRefused, signInRefused, TooManyAttempts, tooManyAttempts } from '../sign-in/index.ts';
import {
  acceptStaffInvitation,
  acceptStaffSignedIn,
  openStaffInvitation,
  type StaffAcceptOutcome,
} from './accept-staff-invitation.ts';
import {
  AcceptStaffInvitationInput,
  ChangeMemberInput,
  InviteStaffInput,
  OfficeInput,
  TeamMemberInput,
} from './office.inputs.ts';
import { OfficeActResult, officeAnswer } from './office.results.ts';
import { carriedOut, changeMember, endOffice, giveOffice, removeMember } from './office.service.ts';
import { Office } from './office.type.ts';
import { inviteStaff } from './staff-invitations.service.ts';

type Answer = Promise<typeof OfficeActResult>;
const WHO = '(administrators; coordinators for members)';
const ADMINISTRATORS = '(administrators of the organisation only)';

@Resolver()
export class StaffResolver {
  @Mutation(() => OfficeActResult, {
    description: `Asks somebody to work here, by a link in a mail; an earlier one for the same stops working ${WHO}.`,
  })
  inviteStaff(
    @Ctx() context: Context,
    @Arg('input', () => InviteStaffInput, { description: 'Whom, and as what.' }) input: InviteStaffInput,
  ): Answer {
    return officeAnswer(inviteStaff(context, input));
  }

  @Mutation(() => OfficeActResult, { description: `Takes an invitation of staff back ${WHO}.` })
  withdrawStaffInvitation(
    @Ctx() context: Context,
    @Arg('invitation', () => ID, { description: 'The invitation.' }) invitation: string,
  ): Answer {
    const values = [readId('STAFF_INVITATION', invitation)];
    return officeAnswer(carriedOut(context, 'withdraw_staff_invitation($1)', values));
  }

  @Mutation(() => OfficeActResult, { description: `Changes what somebody is in a team ${WHO}.` })
  changeMember(
    @Ctx() context: Context,
    @Arg('input', () => ChangeMemberInput, { description: 'Who, and what they become.' })
    input: ChangeMemberInput,
  ): Answer {
    return officeAnswer(changeMember(context, input));
  }

  @Mutation(() => OfficeActResult, {
    description: `Takes somebody out of a team: what they saw through it is gone at once, open streams too ${WHO}.`,
  })
  removeMember(
    @Ctx() context: Context,
    @Arg('input', () => TeamMemberInput, { description: 'Who, and of which team.' }) input: TeamMemberInput,
  ): Answer {
    return officeAnswer(removeMember(context, input));
  }

  @Mutation(() => OfficeActResult, {
    description: `Gives somebody who works in the organisation an office ${ADMINISTRATORS}.`,
  })
  giveOffice(
    @Ctx() context: Context,
    @Arg('input', () => OfficeInput, { description: 'Who, and which.' }) input: OfficeInput,
  ): Answer {
    return officeAnswer(giveOffice(context, input));
  }

  @Mutation(() => OfficeActResult, {
    description: `Ends somebody's office; the last administrator stays ${ADMINISTRATORS}.`,
  })
  endOffice(
    @Ctx() context: Context,
    @Arg('input', () => OfficeInput, { description: 'Whose, and which.' }) input: OfficeInput,
  ): Answer {
    return officeAnswer(endOffice(context, input));
  }
}

@ObjectType({ simpleResolvers: true, description: 'An invitation to work here, before signing in.' })
class OpenStaffInvitation {
  @Field(() => String, { description: 'The organisation.' })
  organisation!: string;

  @Field(() => String, { nullable: true, description: 'The team; null for an office alone.' })
  team!: string | null;

  @Field(() => TeamRole, { nullable: true, description: 'What the person will be in the team.' })
  role!: TeamRole | null;

  @Field(() => Office, { nullable: true, description: 'The office they will hold.' })
  office!: Office | null;

  @Field(() => String, { description: 'Who invited them.' })
  invitedBy!: string;

  @Field(() => String, { description: 'The address it was sent to: their sign-in.' })
  email!: string;

  @Field(() => Boolean, { description: 'Whether that address signs in already.' })
  hasSignIn!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'The person works here now, and signs in as always.' })
class StaffInvitationAccepted {
  @Field(() => Boolean, { description: 'Always true.' })
  done!: boolean;
}

const AcceptStaffInvitationResult = createUnionType({
  name: 'AcceptStaffInvitationResult',
  description: 'What came of taking up an invitation to work here.',
  types: () =>
    [
      StaffInvitationAccepted,
      InvitationUnusable,
      InvitationForAnother,
      SignInRefused,
      PasswordUnsuitable,
      TooManyAttempts,
    ] as const,
});

@Resolver()
export class StaffInvitationResolver {
  @Query(() => OpenStaffInvitation, {
    nullable: true,
    description: 'What a link of staff is for; null when it cannot be used.',
  })
  async staffInvitation(
    @Ctx() context: Context,
    @Arg('code', () => String, { description: 'The last part of the link.' }) code: string,
  ): Promise<OpenStaffInvitation | null> {
    const found = await openStaffInvitation(context.services, code);
    return found
      ? {
          organisation: found.organisation_name,
          team: found.team_name,
          role: found.role,
          office: found.office,
          invitedBy: found.invited_by,
          email: found.email,
          hasSignIn: found.has_sign_in,
        }
      : null;
  }

  @Mutation(() => AcceptStaffInvitationResult, {
    description: 'Takes up an invitation to work here. It signs nobody in: signing in comes next.',
  })
  async acceptStaffInvitation(
    @Ctx() context: Context,
    @Arg('input', () => AcceptStaffInvitationInput, { description: 'The link and a password.' })
    input: AcceptStaffInvitationInput,
  ): Promise<typeof AcceptStaffInvitationResult> {
    return acceptAnswer(await acceptStaffInvitation(context, input));
  }

  @Mutation(() => AcceptStaffInvitationResult, {
    description:
      'Takes up an invitation to work here as the person signed in, who has the address it went to. For whoever signs in with a passkey or by their employer, and everybody else. Needs a fresh sign-in.',
  })
  async acceptStaffInvitationSignedIn(
    @Ctx() context: Context,
    @Arg('code', () => String, { description: 'The last part of the link.' }) code: string,
  ): Promise<typeof AcceptStaffInvitationResult> {
    return acceptAnswer(await acceptStaffSignedIn(context, code));
  }
}

function acceptAnswer(outcome: StaffAcceptOutcome): typeof AcceptStaffInvitationResult {
  switch (outcome.is) {
    case 'ACCEPTED':
      return Object.assign(new StaffInvitationAccepted(), { done: true });
    case 'UNUSABLE':
      return invitationUnusable();
    case 'ANOTHER':
      return invitationForAnother();
    case 'REFUSED':
      return signInRefused();
    case 'PASSWORD':
      return passwordUnsuitable(outcome.message);
    case 'WAIT':
      return tooManyAttempts(outcome.seconds);
  }
}
