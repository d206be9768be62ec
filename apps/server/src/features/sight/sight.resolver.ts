import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { badInput } from '../../platform/problems.ts';
import { readMany, readOne } from '../../platform/reading/read.ts';
import { Thread } from '../messaging/index.ts';
import { PatientRecord, recordById } from '../people/index.ts';
import { Entry } from '../record/index.ts';
import { differenceOf } from './difference.ts';
import { SeenByInput } from './sight.inputs.ts';
import { entriesOfSight, type NamedRows, seenOf, threadsOfSight } from './sight.reading.ts';
import { Sight, SightDifference } from './sight.type.ts';
import { onlookerOf, readsOf } from './stand-in.ts';

/** "See what they see": the law itself, asked by the patient in another's place. */
@Resolver(() => Sight)
export class SightResolver {
  @Query(() => Sight, {
    nullable: true,
    description:
      'The patient’s own record as somebody else sees it, or would after a change (patient only); null where there is no such grant, team or organisation.',
  })
  async seenBy(
    @Ctx() context: Context,
    @Arg('by', () => SeenByInput, { description: 'As whom, and what is supposed.' }) by: SeenByInput,
  ): Promise<Sight | null> {
    const onlooker = await onlookerOf(context, by);
    return onlooker && Object.assign(new Sight(), { onlooker, name: onlooker.name, kind: onlooker.kind });
  }

  @FieldResolver(() => PatientRecord, {
    nullable: true,
    description: 'The record as they would read it; null where they would be told of none.',
  })
  async record(
    @Root() { onlooker }: Sight,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PatientRecord | null> {
    const args = { id: await ownRecord(context) };
    return readOne(readsOf(context, onlooker, 'AFTER'), info, { root: recordById, args });
  }

  @FieldResolver(() => SightDifference, {
    description: 'What they see now beside what they would see.',
  })
  async difference(@Root() { onlooker }: Sight, @Ctx() context: Context): Promise<SightDifference> {
    const patient = await ownRecord(context);
    const now = await seenOf(readsOf(context, onlooker, 'NOW'), patient);
    const after = onlooker.supposed ? await seenOf(readsOf(context, onlooker, 'AFTER'), patient) : now;
    const read: NamedRows = (field, root, rows) =>
      rows.length === 0
        ? Promise.resolve([])
        : readMany(context.scope, field, { root, args: { patient, rows } });
    return Object.assign(new SightDifference(), { read, ...differenceOf(now, after) });
  }
}

const HOW_MANY = { defaultValue: 5, description: 'How many, 1 to 100.' };

/** Names of what would be gained or lost, as the patient has them. */
@Resolver(() => SightDifference)
export class SightDifferenceResolver {
  @FieldResolver(() => [Entry], {
    description: 'Entries they would see that they do not see now, newest first.',
  })
  entriesGained(
    @Root() { gained, read }: SightDifference,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, HOW_MANY) first: number,
  ): Promise<Entry[]> {
    return read(info, entriesOfSight, newest(gained, first));
  }

  @FieldResolver(() => [Entry], { description: 'Entries they see now and would not see, newest first.' })
  entriesLost(
    @Root() { lost, read }: SightDifference,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, HOW_MANY) first: number,
  ): Promise<Entry[]> {
    return read(info, entriesOfSight, newest(lost, first));
  }

  @FieldResolver(() => [Thread], {
    description: 'Discussions they could read that they cannot read now, newest first, at most 100.',
  })
  discussionsGained(
    @Root() { threadsGained, read }: SightDifference,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Thread[]> {
    return read(info, threadsOfSight, newest(threadsGained, MOST));
  }

  @FieldResolver(() => [Thread], {
    description: 'Discussions they follow now and would not follow, newest first, at most 100.',
  })
  discussionsLost(
    @Root() { threadsLost, read }: SightDifference,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Thread[]> {
    return read(info, threadsOfSight, newest(threadsLost, MOST));
  }
}

const MOST = 100;

function newest(rows: readonly string[], first: number): readonly string[] {
  if (first < 1 || first > MOST) throw badInput([{ path: 'first', code: `MUST_BE_1_TO_${MOST}` }]);
  return rows.slice(0, first);
}

/** The viewer's own record: whoever has none was given no sight. */
async function ownRecord(context: Context): Promise<string> {
  return (await context.scope.viewer())?.patientId as string;
}
