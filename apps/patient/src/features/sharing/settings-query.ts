import { graphql, type ResultOf } from '@heldwell/client';
import { FrameRecord } from '../../my-record/index.ts';

/** Whether all sharing is stopped, and what a court ordered, which no stop ends. */
export const AllSharingQuery = graphql(
  `query AllSharing {
    viewer {
      record {
        ...FrameRecord
        sharing { stopped { stoppedAt } grants { id state basis grantee { name } } }
      }
    }
  }`,
  [FrameRecord],
);

type Recorded<Answer extends { viewer: unknown }> = NonNullable<
  NonNullable<Extract<NonNullable<Answer['viewer']>, { record: unknown }>['record']>
>;

export type AllSharing = NonNullable<
  Extract<Recorded<ResultOf<typeof AllSharingQuery>>, { sharing: unknown }>['sharing']
>;

export const StopAllSharing = graphql(`
  mutation StopAllSharing($input: StopAllSharingInput!) {
    stopAllSharing(input: $input) { stop { stoppedAt resumedAt } }
  }
`);

export const ResumeSharing = graphql(`
  mutation ResumeSharing {
    resumeSharing {
      __typename
      ... on AllSharingChanged { stop { stoppedAt resumedAt } }
      ... on Problem { message }
    }
  }
`);

export const EmergencyQuery = graphql(
  `query EmergencySettings { viewer { record { ...FrameRecord sharing { emergencyLabels } } } }`,
  [FrameRecord],
);

export const SetEmergencyAccess = graphql(`
  mutation SetEmergencyAccess($input: EmergencyAccessInput!) {
    setEmergencyAccess(input: $input) { id sharing { emergencyLabels } }
  }
`);

export const StudiesQuery = graphql(
  `query Studies {
    viewer {
      record {
        ...FrameRecord
        sharing { studies { id name description isOpen given decidedAt organisation { id name } } }
      }
    }
  }`,
  [FrameRecord],
);

export const DecideOnResearch = graphql(`
  mutation DecideOnResearch($input: ResearchConsentInput!) { decideOnResearch(input: $input) { id } }
`);

/** Who asks for access, and what they have already: a yes to more is not to take anything away. */
export const RequestsQuery = graphql(
  `query AccessRequests {
    viewer {
      record {
        ...FrameRecord
        sharing {
          requests { id askedBy askedAt grantee granteeKind labels rights reason answer }
          grants {
            id basis state labels rights validUntil endsWith endsWithTeam { id name } endsWithThread { id subject } thread { id } givenForPatient
            grantee { kind name }
          }
        }
      }
    }
  }`,
  [FrameRecord],
);

export const AnswerAccessRequest = graphql(`
  mutation AnswerAccessRequest($input: AnswerAccessRequestInput!) {
    answerAccessRequest(input: $input) {
      __typename
      ... on AccessRequestAnswered { request { id answer } }
      ... on Problem { message }
    }
  }
`);
