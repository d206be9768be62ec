import { graphql } from '@heldwell/client';
import { FrameRecord } from '../../my-record/index.ts';

export const NationalSignInQuery = graphql(`query NationalSignIn { nationalSignIn { id name startPath } }`);

export const ElsewhereQuery = graphql(
  `query SignInElsewhere {
    nationalSignIn { id name }
    viewer { linkedSignIns record { ...FrameRecord } }
  }`,
  [FrameRecord],
);
