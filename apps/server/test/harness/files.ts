import { randomBytes, randomUUID } from 'node:crypto';
import type { AppClient } from './app-client.ts';

/** Bytes that are a picture by their beginning, and differ from every other. */
export const aPicture = (size = 2_000): Buffer => {
  const head = '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489';
  const length = (size - 45).toString(16).padStart(8, '0');
  return Buffer.concat([Buffer.from(`${head}${length}49444154`, 'hex'), randomBytes(size - 41)]);
};

export interface PutChoice {
  bytes: Buffer;
  name?: string;
  id?: string;
  thread?: string;
  record?: string;
  label?: string;
  headers?: Record<string, string>;
}

/** The headers that say what a file is for. */
export const fileHeaders = ({ name = 'A file.png', id = randomUUID(), ...into }: PutChoice) => ({
  'content-type': 'application/octet-stream',
  'x-heldwell-id': id,
  'x-heldwell-name': encodeURIComponent(name),
  ...(into.thread && { 'x-heldwell-thread': into.thread }),
  ...(into.record && { 'x-heldwell-record': into.record, 'x-heldwell-label': into.label ?? 'GENERAL' }),
  ...into.headers,
});

/** Puts a file up; the answer's status with what it says. */
export async function putUp(
  client: AppClient,
  choice: PutChoice,
): Promise<{ status: number; id: string; problem?: string }> {
  const response = await client.fetch(`/files/${client.app.toLowerCase()}`, {
    method: 'POST',
    headers: fileHeaders(choice),
    body: new Uint8Array(choice.bytes),
  });
  return { status: response.status, ...((await response.json()) as { id: string }) };
}

export const fileAddress = (client: AppClient, id: string): string =>
  `/files/${client.app.toLowerCase()}/${id}`;

export const ADD_DOCUMENT = `mutation ($input: AddDocumentInput!) {
  addDocument(input: $input) {
    __typename
    ... on DocumentAdded { entry { id kind label title occurredAt source { author } attachments { id title contentType size path } } }
  }
}`;
const SEND_FILES = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { __typename ... on MessageSent { message { id attachments { id title contentType size path } } } }
}`;

/** Sends a message with files that were put up for its discussion. */
export const sendFiles = async (
  client: AppClient,
  thread: string,
  attachments: string[],
  id: string = randomUUID(),
) => {
  const input = { id, thread, text: 'With a file.', attachments };
  return (await client.graphql(SEND_FILES, { input })).sendMessage;
};

/** What the address of a file answers. */
export async function bytesOf(client: AppClient, id: string): Promise<{ status: number; bytes: Buffer }> {
  const response = await client.fetch(fileAddress(client, id));
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
}
