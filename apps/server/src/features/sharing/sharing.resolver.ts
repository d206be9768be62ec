import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { readId } from '../../platform/global-id.ts';
import { shareEntry, shareWithOrganisation, shareWithTeam } from './share.service.ts';
import {
  ChangeSharingInput,
  LeaveRecordInput,
  RenewSharingInput,
  ShareEntryInput,
  ShareWithOrganisationInput,
  ShareWithTeamInput,
  StopSharingInput,
} from './sharing.inputs.ts';
import { ShareResult, SharingChanged, shareAnswer } from './sharing.results.ts';
import { changeSharing, leaveRecord, renewSharing, stopSharing } from './sharing.service.ts';

/** Who gives, changes and ends access: the patient, and whoever manages sharing for them. */
@Resolver(() => SharingChanged)
export class SharingResolver {
  @Mutation(() => ShareResult, {
    description:
      'Gives a team access to a record, or changes what it has: one grant a team (the patient, or who manages sharing).',
  })
  async shareWithTeam(
    @Ctx() context: Context,
    @Arg('input', () => ShareWithTeamInput, { description: 'The team and what it gets.' })
    input: ShareWithTeamInput,
  ): Promise<typeof ShareResult> {
    return shareAnswer(await shareWithTeam(context, input));
  }

  @Mutation(() => ShareResult, {
    description:
      'Gives everybody who works in an organisation access to a record, or changes what they have (the patient, or who manages sharing).',
  })
  async shareWithOrganisation(
    @Ctx() context: Context,
    @Arg('input', () => ShareWithOrganisationInput, { description: 'The organisation and what it gets.' })
    input: ShareWithOrganisationInput,
  ): Promise<typeof ShareResult> {
    return shareAnswer(await shareWithOrganisation(context, input));
  }

  @Mutation(() => ShareResult, {
    description: 'Lets one grantee see one entry, and nothing else (the patient, or who manages sharing).',
  })
  async shareEntry(
    @Ctx() context: Context,
    @Arg('input', () => ShareEntryInput, { description: 'The entry, and who is to see it.' })
    input: ShareEntryInput,
  ): Promise<typeof ShareResult> {
    return shareAnswer(await shareEntry(context, input));
  }

  @Mutation(() => ShareResult, {
    description:
      'Writes a new version of a grant; without labels use stopSharing (the patient, or whoever gave it for them).',
  })
  async changeSharing(
    @Ctx() context: Context,
    @Arg('input', () => ChangeSharingInput, { description: 'The grant and its new terms.' })
    input: ChangeSharingInput,
  ): Promise<typeof ShareResult> {
    return shareAnswer(await changeSharing(context, input));
  }

  @Mutation(() => ShareResult, {
    description:
      'Ends a grant at once, with every open page and stream behind it (the patient, or whoever gave it for them).',
  })
  async stopSharing(
    @Ctx() context: Context,
    @Arg('input', () => StopSharingInput, { description: 'The grant to end.' }) input: StopSharingInput,
  ): Promise<typeof ShareResult> {
    return shareAnswer(await stopSharing(context, input));
  }

  @Mutation(() => ShareResult, {
    description:
      'Gives again, as the patient’s own, what was narrowed or ended with its giver’s access (patient only).',
  })
  async renewSharing(
    @Ctx() context: Context,
    @Arg('input', () => RenewSharingInput, { description: 'The grant to renew.' }) input: RenewSharingInput,
  ): Promise<typeof ShareResult> {
    return shareAnswer(await renewSharing(context, input));
  }

  @Mutation(() => Boolean, {
    description: 'Gives up the own access, as a carer or individual professional. True when there was any.',
  })
  leaveRecord(
    @Ctx() context: Context,
    @Arg('input', () => LeaveRecordInput, { description: 'The record to leave.' }) input: LeaveRecordInput,
  ): Promise<boolean> {
    return leaveRecord(context, readId('RECORD', input.record));
  }
}
