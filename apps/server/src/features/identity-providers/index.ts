export { LinkingResolver } from './linking.resolver.ts';
export { ensureIdentity, ensureProvider } from './provider-set-up.ts';
export { ProvidersResolver } from './providers.resolver.ts';
export { publicKeys, readSigningKey } from './relying-party/client-key.ts';
export { returnAddresses } from './relying-party/provider.ts';
export { browserCookie, serveProviders } from './serve-providers.ts';
