/** The documents of the apps' hot screens, as they send them. */
const ENTRY_ROW = `id kind label status title summary occurredAt occurredPrecision
  source { organisation { id name } team { id name } author }`;

export const HOME = `query Home { viewer { record {
  id title givenName familyName preferredName birthDate nhsNumber unreadThreadCount
  upcomingAppointments(first: 5) { ${ENTRY_ROW} }
  results: entries(kind: TEST_RESULT, first: 20) { nodes { ${ENTRY_ROW} } }
  goals: entries(kind: GOAL, first: 10) { nodes { ${ENTRY_ROW} } }
} } }`;

export const TIMELINE = `query Timeline($record: ID!, $after: String) { record(id: $record) {
  id timeline(first: 50, after: $after) { nodes { ${ENTRY_ROW} } pageInfo { hasNextPage endCursor } }
} }`;

export const INBOX = `query Inbox($team: ID!, $after: String) { team(id: $team) {
  id name inbox(first: 50, after: $after) { nodes {
    id subject label state lastMessageAt preview lastAuthor lastAuthorRole unreadCount
    team { id name } record { id title givenName familyName preferredName birthDate }
  } pageInfo { hasNextPage endCursor } }
} }`;

export const CASELOAD = `query Caseload($team: ID!, $search: String) { team(id: $team) {
  id caseload(search: $search, first: 25) {
    nodes { id title givenName familyName preferredName birthDate nhsNumber }
    pageInfo { hasNextPage endCursor }
  }
} }`;

export const SEND = `mutation SendMessage($input: SendMessageInput!) { sendMessage(input: $input) {
  __typename
  ... on MessageSent { message { id position text sentAt author authorRole authorTeam { id name } sentByViewer } }
  ... on Problem { reason: message }
} }`;

export const SMALLEST = '{ viewer { app } }';
