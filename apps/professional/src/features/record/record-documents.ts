import { graphql, type ResultOf, ThreadSummary } from '@heldwell/client';
import { EmergencyContactFields, EntryDetailFields, EntryRowFields, GrantFields } from '@heldwell/views';

export const RecordShellQuery = graphql(`
  query RecordShell($id: ID!) {
    record(id: $id) {
      id
      title
      givenName
      familyName
      preferredName
      birthDate
      gender
      deceasedAt
      hasDied
      nhsNumber
      viewerLabels
      viewerAccess
      viewerSummaryLabels
      viewerGrants {
        id
        basis
        labels
        summaryLabels
        validUntil
        reason
        reference
        thread { id }
        entry { id title }
        grantee { kind team { id } }
      }
      allergies: entries(kind: ALLERGY, first: 20) { nodes { id title status } pageInfo { hasNextPage } }
      unreadThreadCount
    }
  }
`);

/** What stands above every page of a record. */
export type RecordShell = NonNullable<ResultOf<typeof RecordShellQuery>['record']>;

export const RecordSummaryQuery = graphql(
  `query RecordSummary($id: ID!) {
    record(id: $id) {
      id
      appointments: upcomingAppointments(first: 3) { ...EntryRowFields }
      plans: entries(kind: CARE_PLAN, first: 3) { nodes { ...EntryRowFields } }
      conditions: entries(kind: CONDITION, first: 5) { nodes { ...EntryRowFields } }
      medicines: entries(kind: MEDICINE, first: 5) { nodes { ...EntryRowFields } }
      results: entries(kind: TEST_RESULT, first: 5) { nodes { ...EntryRowFields } }
      emergencyContacts { ...EmergencyContactFields }
    }
  }`,
  [EntryRowFields, EmergencyContactFields],
);

export const RecordTimelineQuery = graphql(
  `query RecordTimeline($id: ID!, $after: String) {
    record(id: $id) {
      id
      timeline(first: 50, after: $after) { nodes { ...EntryRowFields } pageInfo { hasNextPage endCursor } }
    }
  }`,
  [EntryRowFields],
);

export const RecordKindQuery = graphql(
  `query RecordKind($id: ID!, $kind: EntryKind!, $after: String) {
    record(id: $id) {
      id
      entries(kind: $kind, first: 50, after: $after) { nodes { ...EntryRowFields } pageInfo { hasNextPage endCursor } }
    }
  }`,
  [EntryRowFields],
);

export const RecordResultsQuery = graphql(
  `query RecordResults($id: ID!, $after: String) {
    record(id: $id) {
      id
      entries(kind: TEST_RESULT, first: 50, after: $after) {
        nodes {
          ...EntryRowFields
          hasTrend
          detail { __typename ... on ObservationDetail { position range { low high text } } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  [EntryRowFields],
);

export const RecordKeptThreadsQuery = graphql(
  `query RecordKeptThreads($id: ID!, $after: String) {
    record(id: $id) {
      id
      keptThreads(first: 20, after: $after) {
        nodes { ...ThreadSummary keptUntil }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  [ThreadSummary],
);

type Results = NonNullable<ResultOf<typeof RecordResultsQuery>['record']>['entries'];

/** One result in the table of results. */
export type ResultRow = Results['nodes'][number];

export const RecordKindsQuery = graphql(`
  query RecordKinds($id: ID!) {
    record(id: $id) { id entryCounts { kind count } }
  }
`);

export const RecordThreadsQuery = graphql(
  `query RecordThreads($id: ID!, $after: String) {
    record(id: $id) {
      id
      threads(first: 20, after: $after) { nodes { ...ThreadSummary } pageInfo { hasNextPage endCursor } }
    }
  }`,
  [ThreadSummary],
);

export const RecordDetailsQuery = graphql(
  `
  query RecordDetails($id: ID!) {
    record(id: $id) {
      id
      title
      givenName
      familyName
      preferredName
      birthDate
      gender
      deceasedAt
      state
      nhsNumber
      address
      phone
      email
      language
      interpreterNeeded
      communicationNeeds
      emergencyContacts { ...EmergencyContactFields }
      viewerGrants { ...GrantFields }
    }
  }`,
  [GrantFields, EmergencyContactFields],
);

/** A patient's details and why the team may see the record. */
export type RecordDetails = NonNullable<ResultOf<typeof RecordDetailsQuery>['record']>;

export const RecordEntryQuery = graphql(
  `query RecordEntry($entry: ID!) {
    entry(id: $entry) {
      ...EntryDetailFields
      keptAsAuthor
      record { id }
    }
  }`,
  [EntryDetailFields],
);
