import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Canaries } from './canaries.ts';
import type { Guard } from './reference-model.ts';

/** The type that says what a kind of entry holds. */
export const DETAIL_OF: Record<string, string> = {
  ALLERGY: 'AllergyDetail',
  CONDITION: 'ConditionDetail',
  MEDICINE: 'MedicineDetail',
  VACCINATION: 'VaccinationDetail',
  TEST_RESULT: 'ObservationDetail',
  MEASUREMENT: 'ObservationDetail',
  QUESTIONNAIRE_SCORE: 'ObservationDetail',
  FINDING: 'ObservationDetail',
  REPORT: 'ReportDetail',
  ENCOUNTER: 'EncounterDetail',
  PROCEDURE: 'ProcedureDetail',
  DOCUMENT: 'DocumentDetail',
  APPOINTMENT: 'AppointmentDetail',
  CARE_PLAN: 'CarePlanDetail',
  GOAL: 'GoalDetail',
};

/** Fills every field of a type with marked words and numbers: a field added later is filled, and played, too. */
export function filled(
  schema: GraphQLSchema,
  typeName: string,
  marks: { canaries: Canaries; guard: Guard },
): Record<string, unknown> {
  const type = schema.getType(typeName) as GraphQLObjectType;
  const fields = Object.values(type.getFields()).map((field) => [field.name, valueFor(field.type)]);
  return { __typename: typeName, ...Object.fromEntries(fields) };

  function valueFor(of: GraphQLOutputType): unknown {
    if (isNonNullType(of)) return valueFor(of.ofType);
    if (isListType(of)) return [valueFor(of.ofType), valueFor(of.ofType)];
    if (isObjectType(of)) return filled(schema, of.name, marks);
    if (isEnumType(of)) return of.getValues()[0]?.value;
    if (of.toString() === 'Float' || of.toString() === 'Int') return marks.canaries.number(marks.guard);
    if (of.toString() === 'Boolean') return true;
    return marks.canaries.word(marks.guard);
  }
}
