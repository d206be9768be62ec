import { Field, Float, ID, ObjectType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { RangePosition } from './entry-enums.ts';
import { ReferenceRange } from './observation-detail.type.ts';

@ObjectType({ simpleResolvers: true, description: 'One value of a trend.' })
export class TrendPoint {
  @Field(() => ID, { description: 'The entry it is from.' })
  entry!: string;

  @Field(() => DateTimeText, { description: 'When it was measured.' })
  at!: string;

  @Field(() => Float, { description: 'In the unit of the trend.' })
  value!: number;

  @Field(() => RangePosition, { description: 'Where it lies in the range given with it.' })
  position!: RangePosition;
}

@ObjectType({ simpleResolvers: true, description: 'Values of one part of a code.' })
export class TrendLine {
  @Field(() => String, { description: 'The part.' })
  title!: string;

  @Field(() => [TrendPoint], { description: 'Oldest first, at most 1,000, thinned evenly.' })
  points!: TrendPoint[];
}

@ObjectType({ simpleResolvers: true, description: 'Values of one code over time.' })
export class Trend {
  @Field(() => String, { description: 'What was measured.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Unit for people.' })
  unit!: string | null;

  @Field(() => ReferenceRange, { nullable: true, description: 'The range given with the entry asked for.' })
  range!: ReferenceRange | null;

  @Field(() => [TrendLine], {
    description: 'Where the code has several parts (blood pressure), one line each.',
  })
  lines!: TrendLine[];
}
