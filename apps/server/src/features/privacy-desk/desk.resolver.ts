import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { readId } from '../../platform/global-id.ts';
import { connectionType, PageArgs } from '../../platform/graphql/paging.ts';
import { fromStatement } from '../../platform/graphql/statement-field.ts';
import { readMany, readOne } from '../../platform/reading/read.ts';
import { AccessQuestionConnection, AccessQuestionsArgs } from '../audit/index.ts';
import { GrantVersion } from '../consent/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Viewer } from '../sign-in/index.ts';
import {
  ConfirmFreezeInput,
  EndCourtOrderInput,
  FreezePersonInput,
  FreezeRecordInput,
  GiveCourtOrderInput,
  LiftFreezeInput,
  ReviewEmergencyInput,
} from './desk.inputs.ts';
import { deskOf, ownDesks } from './desk.reading.ts';
import {
  confirmFreeze,
  endCourtOrder,
  freezePerson,
  freezeRecord,
  giveCourtOrder,
  liftFreeze,
  reviewEmergency,
} from './desk.service.ts';
import { EmergencyAccess, EmergencyReview, PrivacyDesk } from './desk.type.ts';

const EmergencyAccessConnection = connectionType('EmergencyAccessConnection', () => EmergencyAccess);
type EmergencyAccessConnection = InstanceType<typeof EmergencyAccessConnection>;

const ONLY = '(privacy officers of the organisation only)';
const input = (words: string) => ({ description: words });

@Resolver()
export class PrivacyDeskResolver {
  @Query(() => PrivacyDesk, {
    nullable: true,
    description: `The desk of an organisation; null for everybody else ${ONLY}.`,
  })
  privacyDesk(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('organisation', () => ID, { description: 'The organisation.' }) organisation: string,
  ): Promise<PrivacyDesk | null> {
    return readOne(context.scope, info, { root: deskOf, args: { id: readId('ORGANISATION', organisation) } });
  }

  @Mutation(() => Boolean, {
    description: `Asks for a record to be frozen, which a second officer confirms; or freezes at once what the organisation sent to it ${ONLY}.`,
  })
  freezeRecord(
    @Ctx() context: Context,
    @Arg('input', () => FreezeRecordInput, input('Whose record, and why.')) freeze: FreezeRecordInput,
  ): Promise<boolean> {
    return freezeRecord(context, freeze);
  }

  @Mutation(() => Boolean, {
    description: `Confirms, as a second officer, that a record is frozen: from now on it is closed to all but the patient’s own plan ${ONLY}.`,
  })
  confirmFreeze(
    @Ctx() context: Context,
    @Arg('input', () => ConfirmFreezeInput, input('The freeze.')) { freeze }: ConfirmFreezeInput,
  ): Promise<boolean> {
    return confirmFreeze(context, freeze);
  }

  @Mutation(() => Boolean, {
    description: `Keeps somebody out of the organisation’s teams and ends their sessions ${ONLY}.`,
  })
  freezePerson(
    @Ctx() context: Context,
    @Arg('input', () => FreezePersonInput, input('Who, and why.')) freeze: FreezePersonInput,
  ): Promise<boolean> {
    return freezePerson(context, freeze);
  }

  @Mutation(() => Boolean, { description: `Lifts a freeze of any kind: all is as it was before ${ONLY}.` })
  liftFreeze(
    @Ctx() context: Context,
    @Arg('input', () => LiftFreezeInput, input('The freeze, and why.')) { freeze, reason }: LiftFreezeInput,
  ): Promise<boolean> {
    return liftFreeze(context, freeze, reason);
  }

  @Mutation(() => Boolean, {
    description: `Gives a team what a court ordered. The patient sees it and cannot end it ${ONLY}.`,
  })
  giveCourtOrder(
    @Ctx() context: Context,
    @Arg('input', () => GiveCourtOrderInput, input('The order.')) order: GiveCourtOrderInput,
  ): Promise<boolean> {
    return giveCourtOrder(context, order);
  }

  @Mutation(() => Boolean, { description: `Ends what a court ordered ${ONLY}.` })
  endCourtOrder(
    @Ctx() context: Context,
    @Arg('input', () => EndCourtOrderInput, input('The order, and why.')) {
      order,
      reason,
    }: EndCourtOrderInput,
  ): Promise<boolean> {
    return endCourtOrder(context, order, reason);
  }

  @Mutation(() => Boolean, {
    description: `Notes what was found about an emergency access of somebody else ${ONLY}.`,
  })
  reviewEmergency(
    @Ctx() context: Context,
    @Arg('input', () => ReviewEmergencyInput, input('The access, and what was found.'))
    review: ReviewEmergencyInput,
  ): Promise<boolean> {
    return reviewEmergency(context, review);
  }
}

@Resolver(() => PrivacyDesk)
export class PrivacyDeskFieldsResolver {
  @FieldResolver(() => EmergencyAccessConnection, {
    description: 'Records opened in an emergency by people of the organisation, newest first.',
  })
  emergencies(@Args(() => PageArgs) _page: PageArgs): EmergencyAccessConnection {
    return fromStatement();
  }

  @FieldResolver(() => AccessQuestionConnection, {
    description: 'Questions of patients to the organisation about who looked, newest first.',
  })
  questions(@Args(() => AccessQuestionsArgs) _asked: AccessQuestionsArgs): AccessQuestionConnection {
    return fromStatement();
  }
}

@Resolver(() => GrantVersion)
export class ReviewedGrantResolver {
  @FieldResolver(() => EmergencyReview, {
    nullable: true,
    description:
      'Of an emergency: what a privacy officer found about it; null until one looked into it, and for all else.',
  })
  emergencyReview(): EmergencyReview | null {
    return fromStatement();
  }
}

@Resolver(() => Viewer)
export class ViewerDesksResolver {
  @FieldResolver(() => [Organisation], {
    description: 'Organisations the viewer is privacy officer of (professional app), by name.',
  })
  privacyDesks(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Organisation[]> {
    return readMany(context.scope, info, { root: ownDesks, args: {} });
  }
}
