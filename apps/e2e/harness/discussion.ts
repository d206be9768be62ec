import { randomUUID } from 'node:crypto';
import type { ApiClient } from './api-client.ts';

/** A message under way: the same id sent twice is stored once. */
export interface Outgoing {
  id: string;
  text: string;
}

export const outgoing = (text: string): Outgoing => ({ id: randomUUID(), text });

interface Page {
  thread: {
    messages: {
      nodes: { text: string; position: number }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

interface Threads {
  viewer: { record: { threads: { nodes: { id: string; team: { code: string } }[] } } };
}

/** One discussion as a program sees it. */
export class Discussion {
  private readonly client: ApiClient;
  readonly thread: string;

  constructor(client: ApiClient, thread: string) {
    this.client = client;
    this.thread = thread;
  }

  /** The newest discussion of the patient who signed in with the team of this code. */
  static async with(team: string, client: ApiClient): Promise<Discussion> {
    const { viewer } = await client.asks<Threads>(
      '{ viewer { record { threads(first: 20) { nodes { id team { code } } } } } }',
    );
    const found = viewer.record.threads.nodes.find((thread) => thread.team.code === team);
    if (!found) throw new Error(`The patient has no discussion with ${team}.`);
    return new Discussion(client, found.id);
  }

  /** Resolves when the server has said that it is stored. */
  async send({ id, text }: Outgoing): Promise<void> {
    const { sendMessage } = await this.client.asks<{ sendMessage: { __typename: string } }>(
      'mutation($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }',
      { input: { id, thread: this.thread, text } },
    );
    if (sendMessage.__typename !== 'MessageSent') throw new Error(sendMessage.__typename);
  }

  /** Every message, oldest first. */
  async messages(): Promise<{ text: string; position: number }[]> {
    const all: { text: string; position: number }[] = [];
    let after: string | null = null;
    do {
      const page: Page = await this.client.asks(
        `query($thread: ID!, $after: String) { thread(id: $thread) {
           messages(first: 50, after: $after) { nodes { text position } pageInfo { hasNextPage endCursor } } } }`,
        { thread: this.thread, after },
      );
      const { nodes, pageInfo } = page.thread.messages;
      all.push(...nodes);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    return all.reverse();
  }
}
