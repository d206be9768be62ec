import { graphql } from '@heldwell/client';
import { EntryRowFields } from '@heldwell/views';
import { FrameRecord } from '../../my-record/index.ts';

/** Everything on the home screen, in one question. */
export const HomeQuery = graphql(
  `query Home {
    viewer {
      record {
        ...FrameRecord
        givenName
        preferredName
        viewerAccess
        state
        checksAskedBy { name }
        undecidedGrantCount
        waitingRequestCount
        upcomingAppointments(first: 1) { ...EntryRowFields }
        results: entries(kind: TEST_RESULT, first: 3) { nodes { ...EntryRowFields } }
        goals: entries(kind: GOAL, first: 3) { nodes { ...EntryRowFields } }
        threads(first: 1) { nodes { id } }
      }
    }
  }`,
  [FrameRecord, EntryRowFields],
);
