export { ensureIdentity, ensureProvider, type NewProvider } from './provider-set-up.ts';
export { ProvidersResolver } from './providers.resolver.ts';
export { publicKeys, readSigningKey } from './relying-party/client-key.ts';
export { returnAddresses } from './relying-party/provider.ts';
export { browserCookie, type ProviderDoors, serveProviders } from './serve-providers.ts';
