import { graphql } from '@heldwell/client';
import { FrameRecord } from '../../my-record/index.ts';

/** Who made sure who the person is, and who asks to. */
export const IdentityQuery = graphql(
  `query Identity {
    viewer {
      record {
        ...FrameRecord
        state
        identityChecks { how organisationName checkedAt }
        checksAskedBy { id name }
      }
    }
  }`,
  [FrameRecord],
);

export const CloseQuery = graphql(`query Close { viewer { record { ...FrameRecord } } }`, [FrameRecord]);

export const CloseRecord = graphql(
  `mutation CloseRecord($input: CloseRecordInput!) { closeRecord(input: $input) }`,
);
