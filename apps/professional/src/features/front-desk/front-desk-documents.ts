import { graphql, type ResultOf } from '@heldwell/client';

export const RegisterPatient = graphql(`
  mutation RegisterPatient($input: RegisterPatientInput!) {
    done: registerPatient(input: $input) {
      __typename
      ... on PatientRegistered { registration }
      ... on TooManyAttempts { retryAfterSeconds }
      ... on Problem { message }
    }
  }
`);

export const RegistrationQuery = graphql(`
  query Registration($id: ID!) { registration(id: $id) { id state record reason } }
`);

export const WaitingQuery = graphql(`
  query RegistrationsWaiting($team: ID!) {
    registrationsWaiting(team: $team) {
      id givenName familyName birthDate nhsNumber reason registeredBy registeredAt
    }
  }
`);

export const SetRegistrationAside = graphql(`
  mutation SetRegistrationAside($registration: ID!) { done: setRegistrationAside(registration: $registration) }
`);

export const TakingUpQuery = graphql(`
  query TakingUp($id: ID!) {
    record(id: $id) {
      id email address state
      takingUp {
        takenUp verified underSixteen viewerMayInvite viewerMayVouch
        deathRecordedBy viewerMayRecordDeath viewerMayTakeBackDeath viewerMayClose
        checks { documents checkedBy checkedAt }
        invitations { sentBy invitedBy createdAt expiresAt }
      }
    }
  }
`);

export const Vouch = graphql(`
  mutation VouchForIdentity($input: VouchInput!) {
    done: vouchForIdentity(input: $input) { __typename ... on FrontDeskRefused { why } }
  }
`);

export const InviteToTakeUp = graphql(`
  mutation InviteToTakeUp($input: InviteToTakeUpInput!) {
    done: inviteToTakeUp(input: $input) { __typename ... on FrontDeskRefused { why } }
  }
`);

export const MakeLetters = graphql(`
  mutation MakeLetters($input: MakeLettersInput!) {
    done: makeLetters(input: $input) {
      leftOut
      letterhead { organisation team openingHours serviceName welcome logo }
      letters { record name address firstCode secondCode expiresAt }
    }
  }
`);

export const InviteMany = graphql(`
  mutation InviteMany($input: InviteManyInput!) {
    done: inviteMany(input: $input) {
      problem line missing total next
      rows { line name way outcome faults }
      letterhead { organisation team openingHours serviceName welcome logo }
      letters { record name address firstCode secondCode expiresAt }
    }
  }
`);

type Made = NonNullable<ResultOf<typeof MakeLetters>['done']>;
export type Letterhead = Made['letterhead'];
export type Letter = Made['letters'][number];
export type Bulk = NonNullable<ResultOf<typeof InviteMany>['done']>;
export type BulkRow = Bulk['rows'][number];
export type Waiting = ResultOf<typeof WaitingQuery>['registrationsWaiting'][number];
export type TakingUp = NonNullable<NonNullable<ResultOf<typeof TakingUpQuery>['record']>['takingUp']>;
