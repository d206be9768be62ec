import { GraphQLError } from 'graphql';
import type { EventBus, LiveEvent } from './events.ts';

/** What a live stream hands to the resolver of its payload: the event, and what the stream remembers. */
export interface Delivery<State extends object> {
  event: LiveEvent | null;
  state: State;
}

/** Ends the stream: access, session or membership is gone. The client sees it complete, and nothing else. */
export const streamEnded = (): GraphQLError =>
  new GraphQLError('Ended.', { extensions: { code: 'STREAM_ENDED' } });

/** Passes over an event that has nothing for this viewer: not even that it happened is told. */
export const nothingToTell = (): GraphQLError =>
  new GraphQLError('Nothing.', { extensions: { code: 'NOTHING_TO_TELL' } });

/** First a delivery without an event, so that nothing between subscribing and listening is lost; then one an event. */
export async function* deliveries<State extends { more?: boolean }>(
  bus: EventBus,
  names: readonly string[],
  state: State,
): AsyncGenerator<Delivery<State>, void, undefined> {
  const events = bus.subscribe(names);
  try {
    yield { event: null, state };
    for (;;) {
      while (state.more) yield { event: null, state };
      const next = await events.next();
      if (next.done) return;
      yield { event: next.value, state };
    }
  } finally {
    await events.return?.();
  }
}
