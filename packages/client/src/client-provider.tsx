import { createContext, type ReactNode, useContext } from 'react';
import { Provider } from 'urql';
import type { HeldwellClient } from './create-client.ts';

const HeldwellContext = createContext<HeldwellClient | null>(null);

/** Hands the client down to every hook of this package, and to urql's own. */
export function ClientProvider({ client, children }: { client: HeldwellClient; children: ReactNode }) {
  return (
    <HeldwellContext value={client}>
      <Provider value={client.urql}>{children}</Provider>
    </HeldwellContext>
  );
}

/** The client of this app. Throws outside a `ClientProvider`. */
export function useHeldwell(): HeldwellClient {
  const client = useContext(HeldwellContext);
  if (!client) throw new Error('There is no ClientProvider above this component.');
  return client;
}
