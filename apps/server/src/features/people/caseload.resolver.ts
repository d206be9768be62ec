import { Args, ArgsType, Field, FieldResolver, Int, Resolver } from 'type-graphql';
import { connectionType } from '../../platform/graphql/paging.ts';
import { fromStatement } from '../../platform/graphql/statement-field.ts';
import { Team } from '../organisations/index.ts';
import { PatientRecord } from './patient-record.type.ts';

export const PatientRecordConnection = connectionType('PatientRecordConnection', () => PatientRecord);
export type PatientRecordConnection = InstanceType<typeof PatientRecordConnection>;

@ArgsType()
export class CaseloadArgs {
  @Field(() => String, {
    nullable: true,
    description: "A family name's beginning, a full name, or an NHS number.",
  })
  search?: string | null;

  @Field(() => Int, { defaultValue: 25, description: 'How many, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string | null;
}

@Resolver(() => Team)
export class CaseloadResolver {
  @FieldResolver(() => PatientRecordConnection, {
    nullable: true,
    description: 'Patients whose record the team may see now, by family name (members only).',
  })
  caseload(@Args(() => CaseloadArgs) _page: CaseloadArgs): PatientRecordConnection {
    return fromStatement();
  }
}
