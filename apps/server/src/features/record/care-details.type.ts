import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: '' })
export class EncounterDetail {
  @Field(() => String, { nullable: true, description: '' })
  class!: string | null;

  @Field(() => [String], { description: '' })
  types!: string[];

  @Field(() => String, { nullable: true, description: '' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  place!: string | null;

  @Field(() => [String], { description: '' })
  participants!: string[];

  @Field(() => String, { nullable: true, description: '' })
  provider!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class ProcedureDetail {
  @Field(() => String, { nullable: true, description: '' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  performer!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  place!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  note!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class AppointmentDetail {
  @Field(() => String, { nullable: true, description: '' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  place!: string | null;

  @Field(() => [String], { description: '' })
  participants!: string[];

  @Field(() => String, { nullable: true, description: '' })
  comment!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  instructions!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  cancelledReason!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class CarePlanActivity {
  @Field(() => String, { description: '' })
  title!: string;

  @Field(() => String, { nullable: true, description: '' })
  status!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class CarePlanDetail {
  @Field(() => String, { nullable: true, description: '' })
  description!: string | null;

  @Field(() => [String], { description: '' })
  addresses!: string[];

  @Field(() => [CarePlanActivity], { description: '' })
  activities!: CarePlanActivity[];

  @Field(() => [String], { description: '' })
  goals!: string[];

  @Field(() => String, { nullable: true, description: '' })
  period!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class GoalDetail {
  @Field(() => String, { nullable: true, description: '' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  lifecycleStatus!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  achievementStatus!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  target!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  dueOn!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  note!: string | null;
}
