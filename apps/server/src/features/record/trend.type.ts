import { Field, Float, ID, ObjectType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { RangePosition } from './entry-enums.ts';
import { ReferenceRange } from './observation-detail.type.ts';

@ObjectType({ simpleResolvers: true, description: '' })
export class TrendPoint {
  @Field(() => ID, { description: '' })
  entry!: string;

  @Field(() => DateTimeText, { description: '' })
  at!: string;

  @Field(() => Float, { description: '' })
  value!: number;

  @Field(() => RangePosition, { description: '' })
  position!: RangePosition;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class TrendLine {
  @Field(() => String, { description: '' })
  title!: string;

  @Field(() => [TrendPoint], { description: '' })
  points!: TrendPoint[];
}

@ObjectType({ simpleResolvers: true, description: '' })
export class Trend {
  @Field(() => String, { description: '' })
  title!: string;

  @Field(() => String, { nullable: true, description: '' })
  unit!: string | null;

  @Field(() => ReferenceRange, { nullable: true, description: '' })
  range!: ReferenceRange | null;

  @Field(() => [TrendLine], {
    description: 'Where the code has several parts (blood pressure), one line each.',
  })
  lines!: TrendLine[];
}
