import { Field, Float, ObjectType } from 'type-graphql';
import { Coding } from './entry.type.ts';
import { RangePosition } from './entry-enums.ts';

@ObjectType({ simpleResolvers: true, description: '' })
export class Quantity {
  @Field(() => Float, { description: '' })
  number!: number;

  @Field(() => String, { nullable: true, description: '' })
  comparator!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  unitCode!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class ReferenceRange {
  @Field(() => Float, { nullable: true, description: '' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: '' })
  high!: number | null;

  @Field(() => String, { nullable: true, description: '' })
  text!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class ObservationComponent {
  @Field(() => String, { description: '' })
  title!: string;

  @Field(() => Coding, { nullable: true, description: '' })
  code!: Coding | null;

  @Field(() => Quantity, { nullable: true, description: '' })
  value!: Quantity | null;

  @Field(() => String, { nullable: true, description: '' })
  text!: string | null;

  @Field(() => ReferenceRange, { nullable: true, description: '' })
  range!: ReferenceRange | null;

  @Field(() => RangePosition, { description: '' })
  position!: RangePosition;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class ObservationDetail {
  @Field(() => Quantity, { nullable: true, description: '' })
  value!: Quantity | null;

  @Field(() => String, { nullable: true, description: 'A value in words, where it is no number.' })
  text!: string | null;

  @Field(() => [ObservationComponent], { description: '' })
  components!: ObservationComponent[];

  @Field(() => ReferenceRange, {
    nullable: true,
    description: "The sender's own range; null when none was given: never a borrowed one.",
  })
  range!: ReferenceRange | null;

  @Field(() => RangePosition, { description: '' })
  position!: RangePosition;

  @Field(() => String, { nullable: true, description: '' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  specimen!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  method!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  performer!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  dataAbsentReason!: string | null;
}
