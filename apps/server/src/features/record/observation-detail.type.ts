import { Field, Float, ObjectType } from 'type-graphql';
import { Coding } from './coding.type.ts';
import { RangePosition } from './entry-enums.ts';

@ObjectType({ simpleResolvers: true, description: 'A measured value with its unit (FHIR Quantity).' })
export class Quantity {
  @Field(() => Float, { description: 'The number.' })
  number!: number;

  @Field(() => String, {
    nullable: true,
    description: '`<`, `<=`, `>` or `>=` where the source gave a bound.',
  })
  comparator!: string | null;

  @Field(() => String, { nullable: true, description: 'Unit for people, such as mmol/L.' })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'Unit as a UCUM code.' })
  unitCode!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The usual range as the sender gave it (FHIR referenceRange).',
})
export class ReferenceRange {
  @Field(() => Float, { nullable: true, description: 'Lower end, in the unit of the value.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end.' })
  high!: number | null;

  @Field(() => String, { nullable: true, description: 'The range in the sender’s words.' })
  text!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'One part of a measurement, such as one of two blood pressures.',
})
export class ObservationComponent {
  @Field(() => String, { description: 'Its name in plain words.' })
  title!: string;

  @Field(() => Coding, { nullable: true, description: 'Its code.' })
  code!: Coding | null;

  @Field(() => Quantity, { nullable: true, description: 'Its value.' })
  value!: Quantity | null;

  @Field(() => String, { nullable: true, description: 'A value in words, where it is no number.' })
  text!: string | null;

  @Field(() => ReferenceRange, { nullable: true, description: 'The sender’s range for it.' })
  range!: ReferenceRange | null;

  @Field(() => RangePosition, { description: 'Where the value lies in that range.' })
  position!: RangePosition;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A result, measurement, score or finding (FHIR Observation).',
})
export class ObservationDetail {
  @Field(() => Quantity, { nullable: true, description: 'The value; null where it is in words or in parts.' })
  value!: Quantity | null;

  @Field(() => String, { nullable: true, description: 'A value in words, where it is no number.' })
  text!: string | null;

  @Field(() => [ObservationComponent], { description: 'Its parts; empty for a single value.' })
  components!: ObservationComponent[];

  @Field(() => ReferenceRange, {
    nullable: true,
    description: "The sender's own range; null when none was given: never a borrowed one.",
  })
  range!: ReferenceRange | null;

  @Field(() => RangePosition, { description: 'Where the value lies in the range.' })
  position!: RangePosition;

  @Field(() => String, { nullable: true, description: 'Notes of the source.' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'What was examined.' })
  specimen!: string | null;

  @Field(() => String, { nullable: true, description: 'How.' })
  method!: string | null;

  @Field(() => String, { nullable: true, description: 'Who reported it.' })
  performer!: string | null;

  @Field(() => String, { nullable: true, description: 'Why there is no value.' })
  dataAbsentReason!: string | null;
}
