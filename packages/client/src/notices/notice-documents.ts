import { graphql, type ResultOf } from '../graphql.ts';

export const NoticesQuery = graphql(`
  query Notices($after: String) {
    viewer {
      notices(first: 20, after: $after) {
        nodes {
          id kind at readAt reference forDiscussion recordId recordName granteeName madeBy madeByViewer
          requestId officeId
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

/** Something the person who is signed in was told of. */
export type Notice = NonNullable<ResultOf<typeof NoticesQuery>['viewer']>['notices']['nodes'][number];

export const NoticeAdded = graphql(`
  subscription NoticeAdded { noticeAdded { unreadCount } }
`);

export const MarkNoticesRead = graphql(`
  mutation MarkNoticesRead($notices: [ID!]!) {
    markNoticesRead(input: { notices: $notices }) { unreadCount }
  }
`);
