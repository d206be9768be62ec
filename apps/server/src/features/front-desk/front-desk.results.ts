import { createUnionType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { writeId } from '../../platform/global-id.ts';
import {
  NotFound,
  notFound,
  Problem,
  SentDifferently,
  sentDifferently,
} from '../../platform/graphql/problem.type.ts';
import { TooManyAttempts, tooManyAttempts } from '../sign-in/index.ts';
import type { RegisterOutcome } from './register-patient.ts';
import type { DeskOutcome, DeskRefusal } from './take-up.ts';

const REFUSALS = {
  TAKEN_UP: 'TAKEN_UP',
  UNDER_SIXTEEN: 'UNDER_SIXTEEN',
  DECEASED: 'DECEASED',
  DOCUMENTS_NOT_CHECKED: 'DOCUMENTS_NOT_CHECKED',
  ONESELF: 'ONESELF',
  ALREADY: 'ALREADY',
  NO_SUCH_DAY: 'NO_SUCH_DAY',
} as const satisfies Record<DeskRefusal, DeskRefusal>;
registerEnumType(REFUSALS, {
  name: 'FrontDeskRefusal',
  description: 'Why something of the front desk was not carried out.',
  valuesConfig: {
    TAKEN_UP: { description: 'The person has their record already.' },
    UNDER_SIXTEEN: { description: 'Nobody takes a record up before 16.' },
    DECEASED: { description: 'The person has died.' },
    DOCUMENTS_NOT_CHECKED: { description: 'Somebody makes sure who the person is first.' },
    ONESELF: { description: 'Nobody settles anything about themself.' },
    ALREADY: { description: 'Somebody did it before, or it is so already.' },
    NO_SUCH_DAY: { description: 'The day lies in the future, or before the birth.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'It is noted. Whether somebody was known is not said.' })
class PatientRegistered {
  @Field(() => ID, { description: 'The registration: what became of it, its team may ask.' })
  registration!: string;
}

@ObjectType({ simpleResolvers: true, description: 'It was carried out.' })
class FrontDeskDone {
  @Field(() => Boolean, { description: 'Always true.' })
  done!: boolean;
}

@ObjectType({ simpleResolvers: true, implements: Problem, description: 'It was not carried out.' })
export class FrontDeskRefused extends Problem {
  @Field(() => REFUSALS, { description: 'Why, for machines.' })
  why!: DeskRefusal;
}

export const RegisterPatientResult = createUnionType({
  name: 'RegisterPatientResult',
  description: 'What came of registering somebody.',
  types: () => [PatientRegistered, SentDifferently, TooManyAttempts, NotFound] as const,
});
export const FrontDeskResult = createUnionType({
  name: 'FrontDeskResult',
  description: 'What came of an act of the front desk.',
  types: () => [FrontDeskDone, FrontDeskRefused, NotFound] as const,
});

export function registerAnswer(outcome: RegisterOutcome): typeof RegisterPatientResult {
  switch (outcome.is) {
    case 'REGISTERED':
      return Object.assign(new PatientRegistered(), { registration: writeId('REGISTRATION', outcome.id) });
    case 'SENT_DIFFERENTLY':
      return sentDifferently();
    case 'WAIT':
      return tooManyAttempts(outcome.seconds);
    case 'STRANGER':
      return notFound();
  }
}

const WORDS: Record<DeskRefusal, string> = {
  TAKEN_UP: 'This person has taken their record up already. They sign in with their own e-mail address.',
  UNDER_SIXTEEN: 'This person is under 16. Nobody can take the record up before their sixteenth birthday.',
  DECEASED: 'This person has died. Nobody can take the record up.',
  DOCUMENTS_NOT_CHECKED: 'Check who the person is first. Without documents, send a letter instead.',
  ONESELF: 'Nobody can do this about themself. Ask a colleague.',
  ALREADY: 'Somebody has done this before you, or it is so already. Open the page anew.',
  NO_SUCH_DAY: 'The day cannot be in the future, or before they were born.',
};

/** Why not, for people and machines. */
export const refused = (why: DeskRefusal): FrontDeskRefused =>
  Object.assign(new FrontDeskRefused(), { why, message: WORDS[why] });

export function deskAnswer(outcome: DeskOutcome): typeof FrontDeskResult {
  if (outcome.is === 'STRANGER') return notFound();
  if (outcome.is === 'DONE') return Object.assign(new FrontDeskDone(), { done: true });
  return refused(outcome.why);
}
