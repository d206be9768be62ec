import { Arg, Args, ArgsType, Field, FieldResolver, ID, Int, Resolver } from 'type-graphql';
import { connectionType, PageArgs } from '../../platform/graphql/paging.ts';
import { fromStatement } from '../../platform/graphql/statement-field.ts';
import { PatientRecord } from '../people/index.ts';
import { Entry } from './entry.type.ts';
import { EntryCount } from './entry-count.type.ts';
import { EntryKind } from './entry-enums.ts';
import { Trend } from './trend.type.ts';

export const EntryConnection = connectionType('EntryConnection', () => Entry);
export type EntryConnection = InstanceType<typeof EntryConnection>;

@ArgsType()
class EntriesArgs extends PageArgs {
  @Field(() => EntryKind, { description: 'The kind.' })
  kind!: EntryKind;
}

/** What a record holds, as fields of the record. */
@Resolver(() => PatientRecord)
export class RecordListsResolver {
  @FieldResolver(() => EntryConnection, { description: 'Everything the viewer may see, newest first.' })
  timeline(@Args(() => PageArgs) _page: PageArgs): EntryConnection {
    return fromStatement();
  }

  @FieldResolver(() => EntryConnection, { description: 'Entries of one kind, newest first.' })
  entries(@Args(() => EntriesArgs) _page: EntriesArgs): EntryConnection {
    return fromStatement();
  }

  @FieldResolver(() => [Entry], {
    description: 'Appointments from now on, soonest first; cancelled ones are left out.',
  })
  upcomingAppointments(
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many, at most 100.' }) _first: number,
  ): Entry[] {
    return fromStatement();
  }

  @FieldResolver(() => [EntryCount], {
    description: 'How many entries of each kind the viewer may see; kinds with none are left out.',
  })
  entryCounts(): EntryCount[] {
    return fromStatement();
  }

  @FieldResolver(() => Trend, {
    nullable: true,
    description:
      'Values over time of the code of one entry, oldest first, at most 1,000 points a line; null where there are none.',
  })
  trend(@Arg('entry', () => ID, { description: 'An entry with a value.' }) _entry: string): Trend | null {
    return fromStatement();
  }
}
