import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { fromStatement } from '../../../platform/graphql/statement-field.ts';
import { Team } from '../../organisations/index.ts';
import { Viewer } from '../../sign-in/index.ts';
import { deskAnswer, FrontDeskResult } from '../front-desk.results.ts';
import {
  CloseForPatientInput,
  RecordDeathInput,
  ReopenForPatientInput,
  TakeBackDeathInput,
} from './standing.inputs.ts';
import { closeForPatient, recordDeath, reopenForPatient, takeBackDeath } from './standing.service.ts';
import { ClosedRecord } from './standing.type.ts';

const WHO =
  'Needs a fresh sign-in, else `FRESH_SIGN_IN_NEEDED` (coordinators and managers of a team that cares for the patient, and administrators who work in it).';

@Resolver()
export class StandingResolver {
  @Mutation(() => FrontDeskResult, {
    description: `Notes that somebody has died: nobody signs in to the record, nobody is told anything as its person, and others may only read what they could. ${WHO}`,
  })
  async recordDeath(
    @Ctx() context: Context,
    @Arg('input', () => RecordDeathInput, { description: 'Whose record, when, and how it is known.' })
    input: RecordDeathInput,
  ): Promise<typeof FrontDeskResult> {
    return deskAnswer(await recordDeath(context, input));
  }

  @Mutation(() => FrontDeskResult, {
    description: `Says that somebody has not died, whoever said so: all is as it was, and they are told. ${WHO}`,
  })
  async takeBackDeath(
    @Ctx() context: Context,
    @Arg('input', () => TakeBackDeathInput, { description: 'Whose record, and why.' })
    input: TakeBackDeathInput,
  ): Promise<typeof FrontDeskResult> {
    return deskAnswer(await takeBackDeath(context, input));
  }

  @Mutation(() => FrontDeskResult, {
    description: `Carries out a written withdrawal: the record closes and all sharing stops, and its person is told. They may open it again. ${WHO}`,
  })
  async closeForPatient(
    @Ctx() context: Context,
    @Arg('input', () => CloseForPatientInput, { description: 'Whose record, and what was asked for.' })
    input: CloseForPatientInput,
  ): Promise<typeof FrontDeskResult> {
    return deskAnswer(await closeForPatient(context, input));
  }

  @Mutation(() => FrontDeskResult, {
    description: `Opens a record that was closed by mistake, with the sharing that stopped with it; refused where its person has opened it meanwhile. ${WHO}`,
  })
  async reopenForPatient(
    @Ctx() context: Context,
    @Arg('input', () => ReopenForPatientInput, { description: 'The act, and why.' })
    input: ReopenForPatientInput,
  ): Promise<typeof FrontDeskResult> {
    return deskAnswer(await reopenForPatient(context, input));
  }
}

@Resolver(() => Team)
export class TeamClosedRecordsResolver {
  @FieldResolver(() => [ClosedRecord], {
    description:
      'Records that it closed at their person’s written wish and that are closed still, newest first, at most 200; empty for all but its coordinators and managers, and administrators who work in it.',
  })
  closedRecords(): ClosedRecord[] {
    return fromStatement();
  }
}

@Resolver(() => Viewer)
export class ViewerClosedByResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The team that closed the own record, as the viewer asked in writing (patient app); null where they closed it themself, or it is open.',
  })
  async recordClosedBy(@Ctx() context: Context): Promise<string | null> {
    const [row] = await context.scope.query<{ team: string | null }>({
      name: 'viewer_record_closed_by',
      text: 'select heldwell.viewer_record_closed_by() as team',
    });
    return row?.team ?? null;
  }
}
