import { graphql } from '@heldwell/client';

/** An entry in a list. */
export const EntryRowFields = graphql(`
  fragment EntryRowFields on Entry @_unmask {
    id
    kind
    label
    status
    title
    summary
    occurredAt
    occurredPrecision
    source { organisation { id name } team { id name } author }
  }
`);

const ClinicalDetails = graphql(`
  fragment ClinicalDetails on EntryDetail @_unmask {
    __typename
    ... on AllergyDetail {
      substance criticality type clinicalStatus verificationStatus note recorder
      reactions { manifestations severity }
    }
    ... on ConditionDetail { clinicalStatus verificationStatus severity bodySite onset abated note recorder }
    ... on MedicineDetail { medicine dose route status reason prescriber note startedOn endedOn }
    ... on VaccinationDetail { lotNumber site performer doseNumber status note }
    ... on ObservationDetail {
      text position note specimen method performer dataAbsentReason
      value { number comparator unit }
      range { low high text }
      components { title text position value { number comparator unit } range { low high text } }
    }
    ... on ProcedureDetail { reason performer place outcome note }
  }
`);

const CareDetails = graphql(`
  fragment CareDetails on EntryDetail @_unmask {
    __typename
    ... on ReportDetail { category conclusion text performer }
    ... on EncounterDetail { class types reason place participants provider }
    ... on DocumentDetail { type author description }
    ... on AppointmentDetail { description reason place participants comment instructions cancelledReason }
    ... on CarePlanDetail { description addresses activities { title text status } goals period }
    ... on GoalDetail { description lifecycleStatus achievementStatus target dueOn note }
  }
`);

/** Everything an entry's own page shows. */
export const EntryDetailFields = graphql(
  `
  fragment EntryDetailFields on Entry @_unmask {
    ...EntryRowFields
    endsAt
    arrivedAt
    sourceStatus
    version
    hasTrend
    viewerMayRelabel
    versions { version recordedAt label status title summary changedBy }
    parts { ...EntryRowFields }
    attachments { id title contentType size text path }
    detail { ...ClinicalDetails ...CareDetails }
  }
`,
  [EntryRowFields, ClinicalDetails, CareDetails],
);
