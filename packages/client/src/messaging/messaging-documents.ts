import { graphql } from '../graphql.ts';

/** One message, as every reader sees it. */
export const MessageLine = graphql(`
  fragment MessageLine on Message @_unmask {
    id
    position
    text
    sentAt
    author
    authorRole
    authorTeam { id name }
    sentByViewer
    attachments { id title contentType size path }
  }
`);

/** A discussion in a list. */
export const ThreadSummary = graphql(`
  fragment ThreadSummary on Thread @_unmask {
    id
    subject
    label
    state
    lastMessageAt
    preview
    lastAuthor
    lastAuthorRole
    unreadCount
    team { id name }
    record { id title givenName familyName preferredName birthDate }
  }
`);

/** What stands above a discussion: subject, label, who takes part, and what the viewer may do. */
export const ThreadHeader = graphql(`
  fragment ThreadHeader on Thread @_unmask {
    id
    subject
    label
    state
    startedAt
    closedAt
    unreadCount
    viewerMayReply
    viewerMayClose
    team { id name answerTime openingHours organisation { id name } }
    record { id title givenName familyName preferredName birthDate }
    participants { kind name role relationship }
  }
`);

export const ThreadQuery = graphql(
  `query Thread($id: ID!, $after: String) {
    thread(id: $id) {
      ...ThreadHeader
      messages(first: 50, after: $after) {
        nodes { ...MessageLine }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  [ThreadHeader, MessageLine],
);

export const MessagesAdded = graphql(
  `subscription MessagesAdded($thread: ID!, $after: Int!) {
    messagesAdded(thread: $thread, after: $after) {
      position
      messages { ...MessageLine }
      thread { ...ThreadHeader }
    }
  }`,
  [ThreadHeader, MessageLine],
);

export const SendMessage = graphql(
  `mutation SendMessage($input: SendMessageInput!) {
    sendMessage(input: $input) {
      __typename
      ... on MessageSent { message { ...MessageLine } }
    }
  }`,
  [MessageLine],
);

export const CloseThread = graphql(
  `mutation CloseThread($input: CloseThreadInput!) {
    closeThread(input: $input) {
      __typename
      ... on ThreadClosed { thread { ...ThreadHeader } }
    }
  }`,
  [ThreadHeader],
);

export const MarkThreadRead = graphql(`
  mutation MarkThreadRead($input: MarkThreadReadInput!) {
    markThreadRead(input: $input) { id unreadCount state }
  }
`);
