import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'What happened on contact.' })
export class AllergyReaction {
  @Field(() => [String], { description: 'Signs, in words.' })
  manifestations!: string[];

  @Field(() => String, { nullable: true, description: 'mild, moderate or severe (FHIR).' })
  severity!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'An allergy or intolerance (FHIR AllergyIntolerance).' })
export class AllergyDetail {
  @Field(() => String, { nullable: true, description: 'What must be avoided.' })
  substance!: string | null;

  @Field(() => [AllergyReaction], { description: 'What happened.' })
  reactions!: AllergyReaction[];

  @Field(() => String, { nullable: true, description: 'low, high or unable-to-assess (FHIR).' })
  criticality!: string | null;

  @Field(() => String, { nullable: true, description: 'allergy or intolerance (FHIR).' })
  type!: string | null;

  @Field(() => String, { nullable: true, description: 'active, inactive or resolved (FHIR).' })
  clinicalStatus!: string | null;

  @Field(() => String, { nullable: true, description: 'How sure it is (FHIR).' })
  verificationStatus!: string | null;

  @Field(() => String, { nullable: true, description: 'Notes of the source.' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'Who recorded it.' })
  recorder!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A condition or diagnosis (FHIR Condition).' })
export class ConditionDetail {
  @Field(() => String, { nullable: true, description: 'active, inactive, resolved … (FHIR).' })
  clinicalStatus!: string | null;

  @Field(() => String, { nullable: true, description: 'How sure it is (FHIR).' })
  verificationStatus!: string | null;

  @Field(() => String, { nullable: true, description: 'How severe, in words.' })
  severity!: string | null;

  @Field(() => String, { nullable: true, description: 'Where in the body.' })
  bodySite!: string | null;

  @Field(() => String, { nullable: true, description: 'Since when, in words.' })
  onset!: string | null;

  @Field(() => String, { nullable: true, description: 'Until when, in words.' })
  abated!: string | null;

  @Field(() => String, { nullable: true, description: 'Notes of the source.' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'Who recorded it.' })
  recorder!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A medicine (FHIR MedicationRequest or MedicationStatement).',
})
export class MedicineDetail {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  medicine!: string | null;

  @Field(() => String, { nullable: true, description: 'How much and how often, in words.' })
  dose!: string | null;

  @Field(() => String, { nullable: true, description: 'How it is taken.' })
  route!: string | null;

  @Field(() => String, { nullable: true, description: 'active, stopped, completed … (FHIR).' })
  status!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who prescribed it.' })
  prescriber!: string | null;

  @Field(() => String, { nullable: true, description: 'Notes of the source.' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'Since when.' })
  startedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Until when.' })
  endedOn!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A vaccination (FHIR Immunization).' })
export class VaccinationDetail {
  @Field(() => String, { nullable: true, description: 'Batch of the vaccine.' })
  lotNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Where on the body.' })
  site!: string | null;

  @Field(() => String, { nullable: true, description: 'Who gave it.' })
  performer!: string | null;

  @Field(() => String, { nullable: true, description: 'Which dose of the course.' })
  doseNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'completed or not-done (FHIR).' })
  status!: string | null;

  @Field(() => String, { nullable: true, description: 'Notes of the source.' })
  note!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A report over several results (FHIR DiagnosticReport).' })
export class ReportDetail {
  @Field(() => String, { nullable: true, description: 'What kind, such as Laboratory.' })
  category!: string | null;

  @Field(() => String, { nullable: true, description: 'What the reporter concludes.' })
  conclusion!: string | null;

  @Field(() => String, { nullable: true, description: 'The report in words.' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'Who made it.' })
  performer!: string | null;
}
