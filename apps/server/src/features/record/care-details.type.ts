import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'A contact with care (FHIR Encounter).' })
export class EncounterDetail {
  @Field(() => String, {
    nullable: true,
    description: 'Where it took place, in words: outpatient, inpatient, emergency, home.',
  })
  class!: string | null;

  @Field(() => [String], { description: 'What kind of contact it was.' })
  types!: string[];

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Where.' })
  place!: string | null;

  @Field(() => [String], { description: 'Who took part.' })
  participants!: string[];

  @Field(() => String, { nullable: true, description: 'The organisation.' })
  provider!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Something that was done (FHIR Procedure).' })
export class ProcedureDetail {
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who did it.' })
  performer!: string | null;

  @Field(() => String, { nullable: true, description: 'Where.' })
  place!: string | null;

  @Field(() => String, { nullable: true, description: 'How it went.' })
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: 'Notes of the source.' })
  note!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A planned contact (FHIR Appointment).' })
export class AppointmentDetail {
  @Field(() => String, { nullable: true, description: 'What it is about.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Where.' })
  place!: string | null;

  @Field(() => [String], { description: 'Who takes part.' })
  participants!: string[];

  @Field(() => String, { nullable: true, description: 'Words of the source.' })
  comment!: string | null;

  @Field(() => String, { nullable: true, description: 'What to do or bring.' })
  instructions!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  cancelledReason!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'One part of a care plan.' })
export class CarePlanActivity {
  @Field(() => String, { description: 'Its heading.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What was agreed, in the words of the plan.' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it stands (FHIR).' })
  status!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A care or safety plan (FHIR CarePlan).' })
export class CarePlanDetail {
  @Field(() => String, { nullable: true, description: 'What it is for.' })
  description!: string | null;

  @Field(() => [String], { description: 'What it is about.' })
  addresses!: string[];

  @Field(() => [CarePlanActivity], { description: 'Its parts, in order.' })
  activities!: CarePlanActivity[];

  @Field(() => [String], { description: 'What it aims at.' })
  goals!: string[];

  @Field(() => String, { nullable: true, description: 'From when to when, in words.' })
  period!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Something the person wants to reach (FHIR Goal).' })
export class GoalDetail {
  @Field(() => String, { nullable: true, description: 'The goal.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it stands (FHIR).' })
  lifecycleStatus!: string | null;

  @Field(() => String, { nullable: true, description: 'How far it is reached (FHIR).' })
  achievementStatus!: string | null;

  @Field(() => String, { nullable: true, description: 'What would count as reached.' })
  target!: string | null;

  @Field(() => String, { nullable: true, description: 'By when.' })
  dueOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Notes.' })
  note!: string | null;
}
