import { graphql, type ResultOf } from '@heldwell/client';
import { EntryRowFields } from '@heldwell/views';

export const PersonQuery = graphql(
  `query Person($id: ID!) {
    record(id: $id) {
      id
      title
      givenName
      familyName
      preferredName
      viewerMayMessage
      hasDied
      unreadThreadCount
      threads(first: 1) { nodes { id } }
      entryCounts { kind count }
      upcomingAppointments(first: 1) { ...EntryRowFields }
    }
  }`,
  [EntryRowFields],
);

/** The person whose record is open, and what there is of it for this carer. */
export type Person = NonNullable<ResultOf<typeof PersonQuery>['record']>;
