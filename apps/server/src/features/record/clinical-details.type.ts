import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: '' })
export class AllergyReaction {
  @Field(() => [String], { description: '' })
  manifestations!: string[];

  @Field(() => String, { nullable: true, description: '' })
  severity!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class AllergyDetail {
  @Field(() => String, { nullable: true, description: '' })
  substance!: string | null;

  @Field(() => [AllergyReaction], { description: '' })
  reactions!: AllergyReaction[];

  @Field(() => String, { nullable: true, description: '' })
  criticality!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  type!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  clinicalStatus!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  verificationStatus!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  recorder!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class ConditionDetail {
  @Field(() => String, { nullable: true, description: '' })
  clinicalStatus!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  verificationStatus!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  severity!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  bodySite!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  onset!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  abated!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  recorder!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class MedicineDetail {
  @Field(() => String, { nullable: true, description: '' })
  medicine!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  dose!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  route!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  status!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  prescriber!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  startedOn!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  endedOn!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class VaccinationDetail {
  @Field(() => String, { nullable: true, description: '' })
  lotNumber!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  site!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  performer!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  doseNumber!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  status!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  note!: string | null;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class ReportDetail {
  @Field(() => String, { nullable: true, description: '' })
  category!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  conclusion!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  performer!: string | null;
}
