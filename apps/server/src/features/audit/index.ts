import './access-log.reading.ts';

export { AccessLogResolver } from './access-log.resolver.ts';
export { HeadsFiles } from './sealing/heads-files.ts';
export { Sealer, type SealingSettings, startSealing } from './sealing/sealer.ts';
export { signingKey } from './sealing/signing-key.ts';
export { type Fault, verifyLog } from './verifying/verify-log.ts';
