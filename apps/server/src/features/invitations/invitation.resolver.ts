import { Arg, Ctx, createUnionType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Problem } from '../../platform/graphql/problem.type.ts';
import { brandOf } from '../organisations/index.ts';
import { PasswordUnsuitable, passwordUnsuitable, Under16, under16 } from '../registration/index.ts';
import {
  SignedIn,
  SignInRefused,
  signInRefused,
  TooManyAttempts,
  tooManyAttempts,
  Viewer,
  waitBefore,
} from '../sign-in/index.ts';
import { type AcceptOutcome, acceptInvitation, acceptSignedIn } from './accept-invitation.service.ts';
import { AcceptInvitationInput, AcceptSignedInInput } from './invitation.inputs.ts';
import { Invitation } from './invitation.type.ts';
import { openInvitation } from './open-invitation.ts';
import { sendNewLink } from './resend-invitation.service.ts';

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

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'The invitation went to another address than the one of the person signed in.',
})
export class InvitationForAnother extends Problem {}

export const invitationForAnother = (): InvitationForAnother =>
  Object.assign(new InvitationForAnother(), {
    message: 'This invitation went to another e-mail address than the one you sign in with.',
  });

const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  description: 'What came of taking up an invitation.',
  types: () =>
    [
      ...[SignedIn, InvitationUnusable, InvitationForAnother, SignInRefused, PasswordUnsuitable],
      ...[Under16, TooManyAttempts],
    ] as const,
});

function answerOf(outcome: AcceptOutcome): typeof AcceptInvitationResult {
  switch (outcome.is) {
    case 'ACCEPTED':
      return Object.assign(new SignedIn(), { viewer: new Viewer() });
    case 'UNUSABLE':
      return invitationUnusable();
    case 'ANOTHER':
      return invitationForAnother();
    case 'REFUSED':
      return signInRefused();
    case 'UNDER_16':
      return under16();
    case 'PASSWORD':
      return passwordUnsuitable(outcome.message);
    case 'WAIT':
      return tooManyAttempts(outcome.seconds);
  }
}

/** Taking an invitation up. */
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
      brand: brandOf(found.brand),
      isVouched: found.vouched_by !== null,
    };
  }

  @Mutation(() => AcceptInvitationResult, {
    description: 'Takes up an invitation with a new sign-in, and signs in to the app it is for.',
  })
  async acceptInvitation(
    @Ctx() context: Context,
    @Arg('input', () => AcceptInvitationInput, { description: 'The link and a password.' })
    input: AcceptInvitationInput,
  ): Promise<typeof AcceptInvitationResult> {
    return answerOf(await acceptInvitation(context, input));
  }

  @Mutation(() => AcceptInvitationResult, {
    description: 'Takes up an invitation as the person signed in, who must have the address it went to.',
  })
  async acceptInvitationSignedIn(
    @Ctx() context: Context,
    @Arg('input', () => AcceptSignedInInput, { description: 'The link.' }) input: AcceptSignedInInput,
  ): Promise<typeof AcceptInvitationResult> {
    return answerOf(await acceptSignedIn(context, input));
  }

  @Mutation(() => Boolean, {
    description:
      'Mails a new link to the address an old one went to, unless that was used or withdrawn. True where mails are sent: it says nothing of the link.',
  })
  async askForNewLink(
    @Ctx() context: Context,
    @Arg('code', () => String, { description: 'The last part of the old link.' }) code: string,
  ): Promise<boolean> {
    const seconds = await waitBefore(context.services, 'address', context.address);
    if (seconds === 0) await sendNewLink(context, code);
    return context.services.mails;
  }
}

/** `a•••@example.org`: enough to know which address is meant. */
function hintOf(email: string): string {
  const [name = '', host = ''] = email.split('@');
  return `${name.slice(0, 1)}•••@${host}`;
}
