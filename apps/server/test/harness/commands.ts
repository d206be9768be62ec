import { randomUUID } from 'node:crypto';
import type { AppClient } from './app-client.ts';

/** Sends a message; the answer's type, and the message's position where it was sent. */
export async function send(
  client: AppClient,
  thread: string,
  { text = 'Hello again.', id = randomUUID() as string } = {},
): Promise<{ __typename: string; position: number | undefined }> {
  const { sendMessage } = await client.graphql(
    `mutation ($input: SendMessageInput!) {
      sendMessage(input: $input) { __typename ... on MessageSent { message { id position text sentByViewer } } }
    }`,
    { input: { id, thread, text } },
  );
  return { __typename: sendMessage.__typename, position: sendMessage.message?.position };
}

export const SHARE = `mutation ($input: ShareWithTeamInput!) {
  shareWithTeam(input: $input) { __typename ... on SharingChanged { grant { id version labels state } } }
}`;
export const CHANGE = `mutation ($grant: ID!, $labels: [PrivacyLabel!]!) {
  changeSharing(input: { grant: $grant, labels: $labels }) { __typename ... on SharingChanged { grant { version labels } } }
}`;
export const STOP = `mutation ($grant: ID!, $reason: String) {
  stopSharing(input: { grant: $grant, reason: $reason }) { __typename ... on SharingChanged { grant { state } } }
}`;
export const RELABEL = `mutation ($entry: ID!, $label: PrivacyLabel!, $reason: String) {
  relabelEntry(input: { entry: $entry, label: $label, reason: $reason }) { __typename ... on EntryRelabelled { entry { label version } } }
}`;
export const START = `mutation ($input: StartThreadInput!) {
  startThread(input: $input) {
    __typename
    ... on ThreadStarted { thread { id subject label participants { name role } } }
    ... on CarerWithoutLabel { message carers { displayName } }
  }
}`;
export const MARK = `mutation ($thread: ID!, $position: Int!) {
  markThreadRead(input: { thread: $thread, position: $position }) { unreadCount }
}`;
