import { graphql, type ResultOf } from '@heldwell/client';
import { FrameRecord } from '../../my-record/index.ts';

/** What was decided about access, to keep. */
export const ReceiptFields = graphql(`
  fragment ReceiptFields on Receipt @_unmask {
    event
    at
    by
    patient
    grantee
    granteeKind
    basis
    cause
    labels
    labelsBefore
    summaryLabels
    rights
    rightsBefore
    validFrom
    validUntil
    endsWith
    endsWithTeam { id name }
    endsWithThread { id subject }
    entry { id kind title }
    reason
    reference
    remains
  }
`);

/** What was decided about access. */
export type ShownReceipt = ResultOf<typeof ReceiptFields>;

export const SharingHistoryQuery = graphql(
  `query SharingHistory($after: String) {
    viewer {
      record {
        ...FrameRecord
        sharing {
          grants { id version thread { id subject } }
          stops { stoppedAt resumedAt reason }
          history(first: 50, after: $after) {
            nodes {
              grantId
              version
              basis
              labels
              summaryLabels
              ended
              cause
              validUntil
              recordedAt
              givenBy
              givenForPatient
              reason
              emergencyReview
              grantee { kind name }
              entry { id title }
            }
            pageInfo { hasNextPage endCursor }
          }
        }
      }
    }
  }`,
  [FrameRecord],
);

type HistoryAnswer = NonNullable<NonNullable<ResultOf<typeof SharingHistoryQuery>['viewer']>['record']>;

/** The history of sharing, one page of it. */
export type SharingHistory = NonNullable<HistoryAnswer['sharing']>;

/** Receipts of versions of grants, by pages: the one looked for is found by its grant and number. */
export const ReceiptsQuery = graphql(
  `query Receipts($after: String) {
    viewer {
      record {
        ...FrameRecord
        sharing {
          grants { id thread { id subject } }
          history(first: 100, after: $after) {
            nodes { grantId version receipt { ...ReceiptFields } }
            pageInfo { hasNextPage endCursor }
          }
        }
      }
    }
  }`,
  [FrameRecord, ReceiptFields],
);

export const StopReceiptsQuery = graphql(
  `query StopReceipts {
    viewer { record { ...FrameRecord sharing { stops { stoppedAt receipt { ...ReceiptFields } } } } }
  }`,
  [FrameRecord, ReceiptFields],
);
