import { Args, FieldResolver, Resolver } from 'type-graphql';
import { connectionType, PageArgs } from '../../platform/graphql/paging.ts';
import { fromStatement } from '../../platform/graphql/statement-field.ts';
import { PatientRecord } from '../people/index.ts';
import { AccessLogEntry } from './access-log-entry.type.ts';

const AccessLogConnection = connectionType('AccessLogConnection', () => AccessLogEntry);
type AccessLogConnection = InstanceType<typeof AccessLogConnection>;

@Resolver(() => PatientRecord)
export class AccessLogResolver {
  @FieldResolver(() => AccessLogConnection, {
    nullable: true,
    description: 'Everybody else’s looks at the record, newest first (patient only).',
  })
  accessLog(@Args(() => PageArgs) _page: PageArgs): AccessLogConnection {
    return fromStatement();
  }
}
