import {
  Arg,
  Ctx,
  createUnionType,
  Field,
  FieldResolver,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { NotFound, notFound } from '../../../platform/graphql/problem.type.ts';
import { fromStatement } from '../../../platform/graphql/statement-field.ts';
import { Team } from '../../organisations/index.ts';
import { FrontDeskRefused, refused } from '../front-desk.results.ts';
import { SettleMatchInput } from './match.inputs.ts';
import { MatchCase, MatchOutcome } from './match.type.ts';
import { type SettleOutcome, settleMatch } from './settle-match.ts';

@ObjectType({ simpleResolvers: true, description: 'A case is settled.' })
class MatchSettled {
  @Field(() => MatchOutcome, { description: 'What came of it.' })
  outcome!: MatchOutcome;
}

const SettleMatchResult = createUnionType({
  name: 'SettleMatchResult',
  description: 'What came of settling a case.',
  types: () => [MatchSettled, FrontDeskRefused, NotFound] as const,
});

function answer(settled: SettleOutcome): typeof SettleMatchResult {
  if (settled.is === 'STRANGER') return notFound();
  if (settled.is === 'REFUSED') return refused(settled.why);
  return Object.assign(new MatchSettled(), { outcome: settled.outcome });
}

@Resolver()
export class MatchResolver {
  @Mutation(() => SettleMatchResult, {
    description:
      'Says whether a claimant is the person of a record. Needs a fresh sign-in, else `FRESH_SIGN_IN_NEEDED` (coordinators and managers of a team that cares for the patient, and administrators who work in it).',
  })
  async settleMatch(
    @Ctx() context: Context,
    @Arg('input', () => SettleMatchInput, { description: 'The case, and what was made sure.' })
    input: SettleMatchInput,
  ): Promise<typeof SettleMatchResult> {
    return answer(await settleMatch(context, input));
  }
}

@Resolver(() => Team)
export class TeamMatchesResolver {
  @FieldResolver(() => [MatchCase], {
    description:
      'Claims of its patients’ records that wait for a person to decide, newest first, at most 200; empty for all but its coordinators and managers, and administrators who work in it.',
  })
  matchCases(): MatchCase[] {
    return fromStatement();
  }
}
