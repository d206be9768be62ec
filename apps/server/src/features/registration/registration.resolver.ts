import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { DateText } from '../../platform/graphql/scalars.ts';
import { emailKey, SignedIn, tooManyAttempts, Viewer, waitBefore } from '../sign-in/index.ts';
import { canBeBorn, isOldEnough } from './age.ts';
import { emailCodeFits, sendEmailCode } from './email-proof.ts';
import { register } from './register.service.ts';
import { EmailProofInput, RegisterInput } from './registration.inputs.ts';
import {
  CheckEmailCodeResult,
  EmailCodeRight,
  EmailCodeSent,
  emailCodeWrong,
  NoMailsHere,
  passwordUnsuitable,
  RegisterResult,
  RegistrationAge,
  SendEmailCodeResult,
  under16,
} from './registration.results.ts';

@Resolver()
export class RegistrationResolver {
  @Query(() => RegistrationAge, {
    description: 'Whether somebody of this birth date may register by themself. Nothing is stored.',
  })
  registrationAge(
    @Ctx() context: Context,
    @Arg('birthDate', () => DateText, { description: 'Date of birth.' }) birthDate: string,
  ): RegistrationAge {
    const now = context.services.clock();
    if (!canBeBorn(birthDate, now)) return 'NOT_A_BIRTH_DATE';
    return isOldEnough(birthDate, now) ? 'OLD_ENOUGH' : 'UNDER_16';
  }

  @Mutation(() => SendEmailCodeResult, {
    description:
      'Mails a code to an address, to register with it. An address that has a sign-in gets a mail that says so; the answer is the same.',
  })
  async sendEmailCode(
    @Ctx() { services, address }: Context,
    @Arg('email', () => String, { description: 'The e-mail address.' }) email: string,
  ): Promise<typeof SendEmailCodeResult> {
    if (!services.mails) {
      return Object.assign(new NoMailsHere(), { message: 'This service sends no e-mails.' });
    }
    const waits = await Promise.all([
      waitBefore(services, 'mail', emailKey(email)),
      waitBefore(services, 'address', address),
    ]);
    const seconds = Math.max(...waits);
    if (seconds > 0) return tooManyAttempts(seconds);
    const { ticket, expiresAt } = await sendEmailCode(services, email);
    return Object.assign(new EmailCodeSent(), { ticket, expiresAt: expiresAt.toISOString() });
  }

  @Mutation(() => CheckEmailCodeResult, {
    description: 'Says whether a code from a mail is right; five wrong ones make it useless.',
  })
  async checkEmailCode(
    @Ctx() { services, address }: Context,
    @Arg('input', () => EmailProofInput, { description: 'The address, the ticket and the code.' })
    input: EmailProofInput,
  ): Promise<typeof CheckEmailCodeResult> {
    const seconds = await waitBefore(services, 'address', address);
    if (seconds > 0) return tooManyAttempts(seconds);
    if (!(await emailCodeFits(services, input))) return emailCodeWrong();
    return Object.assign(new EmailCodeRight(), { email: input.email });
  }

  @Mutation(() => RegisterResult, {
    description:
      'Registers a person with a record of their own, not verified, and signs them in to the patient app. What they say of their NHS number is kept apart until somebody has made sure who they are.',
  })
  async register(
    @Ctx() context: Context,
    @Arg('input', () => RegisterInput, { description: 'The person, their proved address and a password.' })
    input: RegisterInput,
  ): Promise<typeof RegisterResult> {
    const outcome = await register(context, input);
    switch (outcome.is) {
      case 'REGISTERED':
        return Object.assign(new SignedIn(), { viewer: new Viewer() });
      case 'UNDER_16':
        return under16();
      case 'CODE':
        return emailCodeWrong();
      case 'PASSWORD':
        return passwordUnsuitable(outcome.message);
      case 'WAIT':
        return tooManyAttempts(outcome.seconds);
    }
  }
}
