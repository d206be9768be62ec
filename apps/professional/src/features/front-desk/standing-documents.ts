import { graphql, type ResultOf } from '@heldwell/client';

export const RecordDeath = graphql(`
  mutation RecordDeath($input: RecordDeathInput!) {
    done: recordDeath(input: $input) { __typename ... on FrontDeskRefused { why } }
  }
`);

export const TakeBackDeath = graphql(`
  mutation TakeBackDeath($input: TakeBackDeathInput!) {
    done: takeBackDeath(input: $input) { __typename ... on FrontDeskRefused { why } }
  }
`);

export const CloseForPatient = graphql(`
  mutation CloseForPatient($input: CloseForPatientInput!) {
    done: closeForPatient(input: $input) { __typename ... on FrontDeskRefused { why } }
  }
`);

export const ReopenForPatient = graphql(`
  mutation ReopenForPatient($input: ReopenForPatientInput!) {
    done: reopenForPatient(input: $input) { __typename ... on FrontDeskRefused { why } }
  }
`);

export const ClosedRecordsQuery = graphql(`
  query ClosedRecords($team: ID!) {
    team(id: $team) { id closedRecords { id name reason closedBy closedAt } }
  }
`);

export type ClosedRecord = NonNullable<ResultOf<typeof ClosedRecordsQuery>['team']>['closedRecords'][number];
