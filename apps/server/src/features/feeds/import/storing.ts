import type { EntityManager } from 'typeorm';
import type { SystemKeys } from '../../../platform/sealing/system-keys.ts';

/** A transaction of an import, and the keys it seals with. */
export interface Storing {
  manager: EntityManager;
  keys: SystemKeys;
}
