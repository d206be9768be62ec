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
} as const satisfies Record<DeskRefusal, DeskRefusal>;
registerEnumType(REFUSALS, {
  name: 'FrontDeskRefusal',
  description: 'Why nobody was invited or vouched for.',
  valuesConfig: {
    TAKEN_UP: { description: 'The person has their record already.' },
    UNDER_SIXTEEN: { description: 'Nobody takes a record up before 16.' },
    DECEASED: { description: 'The person has died.' },
    DOCUMENTS_NOT_CHECKED: { description: 'Somebody makes sure who the person is first.' },
    ONESELF: { description: 'Nobody vouches for themself.' },
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
class FrontDeskRefused extends Problem {
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
  description: 'What came of inviting somebody or vouching for them.',
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
  ONESELF: 'Nobody can vouch for themself. Ask a colleague.',
};

export function deskAnswer(outcome: DeskOutcome): typeof FrontDeskResult {
  if (outcome.is === 'STRANGER') return notFound();
  if (outcome.is === 'DONE') return Object.assign(new FrontDeskDone(), { done: true });
  return Object.assign(new FrontDeskRefused(), { why: outcome.why, message: WORDS[outcome.why] });
}
