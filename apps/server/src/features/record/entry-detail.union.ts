import { createUnionType } from 'type-graphql';
import {
  AppointmentDetail,
  CarePlanDetail,
  EncounterDetail,
  GoalDetail,
  ProcedureDetail,
} from './care-details.type.ts';
import {
  AllergyDetail,
  ConditionDetail,
  MedicineDetail,
  ReportDetail,
  VaccinationDetail,
} from './clinical-details.type.ts';
import { DocumentDetail } from './document-detail.type.ts';
import { ObservationDetail } from './observation-detail.type.ts';

export const EntryDetail = createUnionType({
  name: 'EntryDetail',
  description: "What an entry says beyond its headline, by its kind; FHIR's words where FHIR has one.",
  types: () =>
    [
      AllergyDetail,
      ConditionDetail,
      MedicineDetail,
      VaccinationDetail,
      ObservationDetail,
      ReportDetail,
      EncounterDetail,
      ProcedureDetail,
      DocumentDetail,
      AppointmentDetail,
      CarePlanDetail,
      GoalDetail,
    ] as const,
});
