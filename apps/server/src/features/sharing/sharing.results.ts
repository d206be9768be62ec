import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { NotFound, notFound, Problem } from '../../platform/graphql/problem.type.ts';
import { Grant, Receipt } from '../consent/index.ts';
import { PatientRecord } from '../people/index.ts';

/** A grant that was given or changed, by patient and row. */
export interface GrantReference {
  patient: string;
  row: string;
}

@ObjectType({ description: 'Sharing was changed; it holds from this moment.' })
export class SharingChanged {
  reference!: GrantReference;

  @Field(() => Grant, { description: 'The grant as it now stands.' })
  grant!: Grant;

  @Field(() => PatientRecord, { description: 'The record it is for.' })
  record!: PatientRecord;

  @Field(() => Receipt, { description: 'What was decided, to keep.' })
  receipt!: Receipt;
}

export const WhySharingRefused = { MORE_THAN_HELD: 'MORE_THAN_HELD', COURT_ORDER: 'COURT_ORDER' } as const;
export type WhySharingRefused = keyof typeof WhySharingRefused;
registerEnumType(WhySharingRefused, {
  name: 'WhySharingRefused',
  description: 'Why access was not given or changed.',
  valuesConfig: {
    MORE_THAN_HELD: {
      description: 'Nobody gives others more than they hold themself, and manage sharing of.',
    },
    COURT_ORDER: { description: 'A court ordered it: a privacy officer ends it, nobody else.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'Access was not given or changed, because of what it is.',
})
export class SharingRefused extends Problem {
  @Field(() => WhySharingRefused, { description: 'Why.' })
  why!: WhySharingRefused;
}

export const ShareResult = createUnionType({
  name: 'ShareResult',
  description: 'What came of changing who may see the record.',
  types: () => [SharingChanged, SharingRefused, NotFound] as const,
});

const WORDS: Record<WhySharingRefused, string> = {
  MORE_THAN_HELD: 'You can only share what you can see yourself, and for no longer.',
  COURT_ORDER: 'A court ordered this access. You can see it, but it cannot be changed here.',
};

export type ShareOutcome = GrantReference | WhySharingRefused | null;

/** The answer of a command of sharing. */
export function shareAnswer(outcome: ShareOutcome): typeof ShareResult {
  if (outcome === null) return notFound();
  if (typeof outcome === 'object') return Object.assign(new SharingChanged(), { reference: outcome });
  return sharingRefused(outcome);
}

export const sharingRefused = (why: WhySharingRefused): SharingRefused =>
  Object.assign(new SharingRefused(), { message: WORDS[why], why });
