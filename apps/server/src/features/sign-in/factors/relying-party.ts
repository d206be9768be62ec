import type { Context } from '../../../platform/context.ts';

/** For which host passkeys are made, and from which pages they are taken. */
export interface RelyingParty {
  id: string;
  origin: string;
}

/**
 * The public address, whoever asks; only where that is this machine itself, its other ports count too, so that tests and
 * demos run on any.
 */
export function relyingParty({ services, host }: Pick<Context, 'services' | 'host'>): RelyingParty {
  const { hostname, origin } = new URL(services.publicUrl);
  const here = hostname === 'localhost' && /^localhost(:\d+)?$/.test(host);
  return { id: hostname, origin: here ? `http://${host}` : origin };
}
