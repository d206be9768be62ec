import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { NotFound, notFound, Problem } from '../../platform/graphql/problem.type.ts';
import type { OfficeOutcome } from './office.service.ts';

const OfficeRefusal = {
  CODE_TAKEN: 'CODE_TAKEN',
  NO_MEMBER: 'NO_MEMBER',
  ADMINISTRATOR_ONLY: 'ADMINISTRATOR_ONLY',
  LAST_ADMINISTRATOR: 'LAST_ADMINISTRATOR',
} as const;
type OfficeRefusal = keyof typeof OfficeRefusal;
registerEnumType(OfficeRefusal, {
  name: 'OfficeRefusal',
  description: 'Why a command of an office was not carried out.',
  valuesConfig: {
    CODE_TAKEN: { description: 'The code is that of another team.' },
    NO_MEMBER: { description: 'The person does not work there, or no more.' },
    ADMINISTRATOR_ONLY: {
      description: 'An administrator does this; a coordinator looks after members alone.',
    },
    LAST_ADMINISTRATOR: { description: 'Nobody would be left to run the organisation.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'It was carried out, and stands in the history.' })
class OfficeActDone {
  @Field(() => Boolean, { description: 'Always true.' })
  done!: boolean;
}

@ObjectType({ simpleResolvers: true, implements: Problem, description: 'It was not carried out.' })
class OfficeActRefused extends Problem {
  @Field(() => OfficeRefusal, { description: 'Why, for machines.' })
  why!: OfficeRefusal;
}

export const OfficeActResult = createUnionType({
  name: 'OfficeActResult',
  description: 'What came of a command of an office.',
  types: () => [OfficeActDone, OfficeActRefused, NotFound] as const,
});

const WORDS: Record<OfficeRefusal, string> = {
  CODE_TAKEN: 'Another team has this code. Choose another one.',
  NO_MEMBER: 'This person does not work here any more.',
  ADMINISTRATOR_ONLY: 'Only an administrator of your organisation can do this.',
  LAST_ADMINISTRATOR: 'Nobody else runs your organisation. Give somebody else the office first.',
};

/** A stranger to the office hears what somebody hears who means what does not exist. */
export async function officeAnswer(outcome: Promise<OfficeOutcome>): Promise<typeof OfficeActResult> {
  const why = await outcome;
  if (why === null) return notFound();
  if (why === 'DONE' || why === 'DONE_BEFORE') return Object.assign(new OfficeActDone(), { done: true });
  return Object.assign(new OfficeActRefused(), { why, message: WORDS[why] });
}
