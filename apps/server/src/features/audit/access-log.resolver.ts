import { Arg, Args, ArgsType, Field, FieldResolver, ID, Int, Resolver } from 'type-graphql';
import { connectionType, PageArgs } from '../../platform/graphql/paging.ts';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { fromStatement } from '../../platform/graphql/statement-field.ts';
import { PatientRecord } from '../people/index.ts';
import { AccessLogEntry, AccessLogHead, AccessLogParty, AccessLogPlace } from './access-log-entry.type.ts';
import { AccessKind } from './access-log-enums.ts';

const AccessLogConnection = connectionType('AccessLogConnection', () => AccessLogEntry);
type AccessLogConnection = InstanceType<typeof AccessLogConnection>;

@ArgsType()
class AccessLogArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only this person or team, by an id of `accessLogParties`.',
  })
  party?: string | null;

  @Field(() => [AccessKind], { nullable: true, description: 'Only these sorts.' })
  kinds?: AccessKind[] | null;

  @Field(() => DateTimeText, { nullable: true, description: 'Only from this moment on.' })
  from?: string | null;

  @Field(() => DateTimeText, { nullable: true, description: 'Only before this moment.' })
  until?: string | null;
}

@Resolver(() => PatientRecord)
export class AccessLogResolver {
  @FieldResolver(() => AccessLogConnection, {
    nullable: true,
    description:
      'Everybody else’s looks at the record and every change of sharing, newest first: all to the patient; to a carer with SEE_LOG their own, and those at what they may see themself.',
  })
  accessLog(@Args(() => AccessLogArgs) _page: AccessLogArgs): AccessLogConnection {
    return fromStatement();
  }

  @FieldResolver(() => [AccessLogPlace], {
    nullable: true,
    description:
      'The chain of the log, oldest first, at most 500 places at once: so that anybody can check it (patient only).',
  })
  accessLogChain(
    @Arg('after', () => Int, { defaultValue: 0, description: 'The last place known; 0 for the beginning.' })
    _after: number,
  ): AccessLogPlace[] {
    return fromStatement();
  }

  @FieldResolver(() => AccessLogHead, {
    nullable: true,
    description: 'How far the chain reaches, signed; null while there is no entry (patient only).',
  })
  accessLogHead(): AccessLogHead {
    return fromStatement();
  }

  @FieldResolver(() => [AccessLogParty], {
    nullable: true,
    description: 'Teams, then people, who stand in the log as far as the viewer may read it.',
  })
  accessLogParties(): AccessLogParty[] {
    return fromStatement();
  }
}
