import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { readId } from '../../platform/global-id.ts';
import { fromStatement } from '../../platform/graphql/statement-field.ts';
import { readMany, readOne } from '../../platform/reading/read.ts';
import { PatientRecord } from '../people/index.ts';
import { BulkInvitations, inviteMany } from './bulk/index.ts';
import {
  InviteManyInput,
  InviteToTakeUpInput,
  MakeLettersInput,
  RegisterPatientInput,
  VouchInput,
} from './front-desk.inputs.ts';
import { registrationById, registrationsWaiting } from './front-desk.reading.ts';
import { deskAnswer, FrontDeskResult, RegisterPatientResult, registerAnswer } from './front-desk.results.ts';
import { LettersMade, Registration, TakingUp } from './front-desk.type.ts';
import { registerPatient, setAside } from './register-patient.ts';
import { inviteToTakeUp, makeLetters, vouch } from './take-up.ts';

const MEMBERS = '(members of the team)';
const COORDINATORS = '(coordinators of the team)';

@Resolver()
export class FrontDeskResolver {
  @Query(() => Registration, {
    nullable: true,
    description: `What became of a registration; null for everybody else ${MEMBERS}.`,
  })
  registration(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The registration.' }) id: string,
  ): Promise<Registration | null> {
    return readOne(context.scope, info, { root: registrationById, args: { id: readId('REGISTRATION', id) } });
  }

  @Query(() => [Registration], {
    description: `Registrations that wait for a person to decide, oldest first, at most 500 ${MEMBERS}.`,
  })
  registrationsWaiting(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('team', () => ID, { description: 'The team.' }) team: string,
  ): Promise<Registration[]> {
    const args = { team: readId('TEAM', team) };
    return readMany(context.scope, info, { root: registrationsWaiting, args });
  }

  @Mutation(() => RegisterPatientResult, {
    description: `Registers somebody face to face: the team gets its access for direct care, and the patient is told. Known and unknown answer alike ${MEMBERS}.`,
  })
  async registerPatient(
    @Ctx() context: Context,
    @Arg('input', () => RegisterPatientInput, { description: 'Who.' }) input: RegisterPatientInput,
  ): Promise<typeof RegisterPatientResult> {
    return registerAnswer(await registerPatient(context, input));
  }

  @Mutation(() => Boolean, {
    description: `Settles a registration that waits, without a record: what was entered is forgotten ${MEMBERS}.`,
  })
  setRegistrationAside(
    @Ctx() context: Context,
    @Arg('registration', () => ID, { description: 'The registration.' }) registration: string,
  ): Promise<boolean> {
    return setAside(context, registration);
  }

  @Mutation(() => FrontDeskResult, {
    description: `Says who somebody is, after documents were seen ${MEMBERS}.`,
  })
  async vouchForIdentity(
    @Ctx() context: Context,
    @Arg('input', () => VouchInput, { description: 'Who, and what was seen.' }) input: VouchInput,
  ): Promise<typeof FrontDeskResult> {
    return deskAnswer(await vouch(context, input));
  }

  @Mutation(() => FrontDeskResult, {
    description: `Mails a person the link to take their record up; earlier ones stop working ${MEMBERS}.`,
  })
  async inviteToTakeUp(
    @Ctx() context: Context,
    @Arg('input', () => InviteToTakeUpInput, { description: 'Whom, and where.' }) input: InviteToTakeUpInput,
  ): Promise<typeof FrontDeskResult> {
    return deskAnswer(await inviteToTakeUp(context, input));
  }

  @Mutation(() => LettersMade, {
    nullable: true,
    description: `Makes letters to print, each with two codes that are shown only now; earlier ones stop working ${MEMBERS}.`,
  })
  makeLetters(
    @Ctx() context: Context,
    @Arg('input', () => MakeLettersInput, { description: 'For whom.' }) input: MakeLettersInput,
  ): Promise<LettersMade | null> {
    return makeLetters(context, input);
  }

  @Mutation(() => BulkInvitations, {
    nullable: true,
    description: `Registers and invites many people from a list, a part of it a time, or says what would happen ${COORDINATORS}.`,
  })
  inviteMany(
    @Ctx() context: Context,
    @Arg('input', () => InviteManyInput, { description: 'The list.' }) input: InviteManyInput,
  ): Promise<BulkInvitations | null> {
    return inviteMany(context, input);
  }
}

@Resolver(() => PatientRecord)
export class TakingUpResolver {
  @FieldResolver(() => TakingUp, {
    nullable: true,
    description:
      'How far the person has come in taking it up; null for all but staff of teams that care for them.',
  })
  takingUp(): TakingUp | null {
    return fromStatement();
  }
}
