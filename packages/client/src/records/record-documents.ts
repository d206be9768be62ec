import { graphql } from '../graphql.ts';

export const RecordChanged = graphql(`
  subscription RecordChanged($record: ID!) {
    recordChanged(record: $record) { change thread { id } }
  }
`);
