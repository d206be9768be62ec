import type { KeyObject } from 'node:crypto';

/** The national sign-in of this installation. */
export interface NationalSettings {
  issuer: string;
  clientId: string;
  /** What people know it by, such as “Demo sign-in”. */
  name: string;
}

/** What signing in through others stands on. */
export interface ProviderSettings {
  /** Where this installation is reached, without a slash at the end. */
  publicUrl: string;
  national: NationalSettings | null;
  /** Keys this installation proves itself with to providers, the first of them signing: RSA private keys. */
  keys: readonly KeyObject[];
  /** The address of the stand-in providers, which need no secure transport; null where there are none. */
  demoIssuers: string | null;
  /** How providers are reached. */
  fetch: typeof fetch;
}
