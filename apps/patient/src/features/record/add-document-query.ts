import { graphql } from '@heldwell/client';
import { FrameRecord } from '../../my-record/index.ts';

/** The record a document is added to. */
export const AddDocumentQuery = graphql(`query AddDocumentForm { viewer { record { ...FrameRecord } } }`, [
  FrameRecord,
]);

export const AddDocument = graphql(`
  mutation AddDocument($input: AddDocumentInput!) {
    addDocument(input: $input) {
      __typename
      ... on DocumentAdded { entry { id } }
      ... on Problem { message }
    }
  }
`);
