import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';

export const LookedAt = {
  DETAILS: 'DETAILS',
  TIMELINE: 'TIMELINE',
  ENTRIES: 'ENTRIES',
  APPOINTMENTS: 'APPOINTMENTS',
  TREND: 'TREND',
  DISCUSSIONS: 'DISCUSSIONS',
  ENTRY: 'ENTRY',
  DISCUSSION: 'DISCUSSION',
  FILE: 'FILE',
  LIST: 'LIST',
  LIVE: 'LIVE',
} as const;
export type LookedAt = keyof typeof LookedAt;
registerEnumType(LookedAt, {
  name: 'LookedAt',
  description: 'What somebody looked at.',
  valuesConfig: {
    DETAILS: { description: 'Name and details.' },
    TIMELINE: { description: 'The record as one list.' },
    ENTRIES: { description: 'Entries of one kind.' },
    APPOINTMENTS: { description: 'Appointments ahead.' },
    TREND: { description: 'A graph of values over time.' },
    DISCUSSIONS: { description: 'The list of discussions.' },
    ENTRY: { description: 'One entry.' },
    DISCUSSION: { description: 'One discussion.' },
    FILE: { description: 'A file.' },
    LIST: { description: 'The name in a list, such as a search or an inbox: told once an hour.' },
    LIVE: { description: 'A page that stayed open and was kept up to date: told once a minute.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: 'One look at a record by somebody other than the patient. Kept for ever.',
})
export class AccessLogEntry {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => DateTimeText, { description: 'When.' })
  at!: string;

  @Field(() => String, { description: 'Who looked: their name at the time.' })
  person!: string;

  @Field(() => String, { nullable: true, description: 'The team they looked for; null for a carer.' })
  team!: string | null;

  @Field(() => [LookedAt], { description: 'What they looked at.' })
  lookedAt!: LookedAt[];
}
