import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type DemoCast, serveDemoSignIn } from '../features/demo-sign-in/index.ts';
import { publicKeys, returnAddresses, serveProviders } from '../features/identity-providers/index.ts';
import { servePartners } from '../features/partners/index.ts';
import type { Services } from '../platform/context.ts';
import type { AppName } from '../platform/opened-session.ts';
import { contextFor } from './http.ts';

interface OtherDoors {
  services: Services;
  publicUrl: string;
  /** Whom the demo's stand-ins know; left out, there are none. */
  cast: DemoCast | undefined;
}

/** Serves the ways in through others: sign-in providers and the launch, partners, and the demo's stand-ins. */
export function serveOtherDoors(http: FastifyInstance, { services, publicUrl, cast }: OtherDoors): void {
  const contextOf = (request: FastifyRequest, reply: FastifyReply, app: AppName) =>
    contextFor({ services, request, reply, app });
  serveProviders(http, { services, contextOf });
  servePartners(http, { services, publicUrl });
  const { providers } = services;
  if (!cast || !providers) return;
  serveDemoSignIn(http, {
    publicUrl,
    cast,
    clientKeys: publicKeys(providers),
    returnsOf: (issuer) => returnAddresses(services, { publicUrl, issuer }),
  });
}
